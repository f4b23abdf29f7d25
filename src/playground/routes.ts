import { commandRoutes } from './command-routes.ts';
import type { Commands } from './commands.ts';
import type { GuildChanges } from './guild-changes.ts';
import { guildRoutes } from './guild-routes.ts';
import { interactionRoutes } from './interaction-routes.ts';
import type { Interactions } from './interactions.ts';
import { messageRoutes } from './message-routes.ts';
import type { Messages } from './messages.ts';
import type { Reach } from './reach.ts';
import { ok, type Route } from './route.ts';
import { threadRoutes } from './thread-routes.ts';
import type { World } from './world.ts';

type Deps = {
  world: World;
  commands: Commands;
  messages: Messages;
  interactions: Interactions;
  reach: Reach;
  changes: GuildChanges;
  gatewayUrl: () => string;
};

/** Everything that the stand-in answers over REST, below `/api/v10`. A literal path comes before one with a parameter in that place. */
export function createRoutes(deps: Deps): readonly Route[] {
  return [
    ...accountRoutes(deps),
    ...commandRoutes(deps),
    ...interactionRoutes(deps),
    ...messageRoutes(deps),
    ...threadRoutes(deps),
    ...guildRoutes(deps),
  ];
}

function accountRoutes({ world, gatewayUrl }: Deps): Route[] {
  const limit = { total: 1000, remaining: 999, reset_after: 86_400_000, max_concurrency: 16 };
  const application = {
    id: world.applicationId,
    name: 'Attaché',
    icon: null,
    description: '',
    bot: world.bot,
    type: null,
    flags: 0,
    flags_new: '0',
    verify_key: '0'.repeat(64),
    redirect_uris: [],
    interactions_endpoint_url: null,
    role_connections_verification_url: null,
    owner: world.guilds[0]?.members[0] ?? world.bot,
    team: null,
    approximate_guild_count: world.guilds.length,
    approximate_user_install_count: 0,
    approximate_user_authorization_count: 0,
    explicit_content_filter: 0,
    eligible_oauth2_scopes: [],
  };
  return [
    {
      method: 'GET',
      path: '/gateway/bot',
      run: () => ok({ url: gatewayUrl(), shards: 1, session_start_limit: limit }),
    },
    { method: 'GET', path: '/users/@me', run: () => ok(world.bot) },
    { method: 'GET', path: '/applications/@me', run: () => ok(application) },
  ];
}
