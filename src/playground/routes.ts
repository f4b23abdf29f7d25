import { refusals, refuseFaults } from './api-error.ts';
import { type Commands, withoutLocalizations } from './commands.ts';
import { describeChannel } from './describe.ts';
import { isJson, type Json } from './form.ts';
import type { Interactions } from './interactions.ts';
import { messageForms } from './limits.ts';
import type { Messages, Posted } from './messages.ts';
import type { Channel, World } from './world.ts';

/** One request as a route sees it. `at` holds the named parts of the path, decoded. */
export type Call = {
  readonly at: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: unknown;
};
export type Answer = { readonly status: number; readonly body?: unknown };
export type Route = {
  readonly method: string;
  readonly path: string;
  /** Routes whose path carries its own token need no bot token. */
  readonly open?: true;
  readonly run: (call: Call) => Answer;
};

type Deps = {
  world: World;
  commands: Commands;
  messages: Messages;
  interactions: Interactions;
  gatewayUrl: () => string;
};

/** Everything that the stand-in answers over REST, below `/api/v10`. */
export function createRoutes(deps: Deps): readonly Route[] {
  return [...accountRoutes(deps), ...commandRoutes(deps), ...interactionRoutes(deps), ...channelRoutes(deps)];
}

function accountRoutes({ world, gatewayUrl }: Deps): Route[] {
  const limit = { total: 1000, remaining: 999, reset_after: 86_400_000, max_concurrency: 16 };
  const application = {
    id: world.applicationId,
    name: 'Attaché',
    icon: null,
    description: '',
    bot: world.bot,
    flags: 0,
    verify_key: '0'.repeat(64),
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

function commandRoutes({ world, commands }: Deps): Route[] {
  function scope({ at }: Call): string | undefined {
    if (at['application'] !== world.applicationId) throw refusals.missingAccess();
    const guild = at['guild'];
    if (guild !== undefined && !world.guilds.some(({ id }) => id === guild)) throw refusals.missingAccess();
    return guild;
  }
  return ['/applications/:application/commands', '/applications/:application/guilds/:guild/commands'].flatMap(
    (path): Route[] => [
      {
        method: 'GET',
        path,
        run: (call) => {
          const held = commands.inScope(scope(call));
          return ok(call.query.get('with_localizations') === 'true' ? held : withoutLocalizations(held));
        },
      },
      { method: 'PUT', path, run: (call) => ok(commands.overwrite(scope(call), call.body)) },
    ],
  );
}

function interactionRoutes({ world, interactions }: Deps): Route[] {
  const webhook = '/webhooks/:application/:token';
  const token = ({ at }: Call): string => {
    if (at['application'] !== world.applicationId) throw refusals.unknownWebhook();
    return part(at, 'token');
  };
  const message = ({ at }: Call) => part(at, 'message');
  return [
    {
      method: 'POST',
      path: '/interactions/:interaction/:token/callback',
      open: true,
      run: (call) => callback(interactions, call),
    },
    { method: 'POST', path: webhook, open: true, run: (call) => shown(interactions.followUp(token(call), json(call))) },
    {
      method: 'GET',
      path: `${webhook}/messages/:message`,
      open: true,
      run: (call) => shown(interactions.read(token(call), message(call))),
    },
    {
      method: 'PATCH',
      path: `${webhook}/messages/:message`,
      open: true,
      run: (call) => shown(interactions.edit(token(call), message(call), json(call))),
    },
    {
      method: 'DELETE',
      path: `${webhook}/messages/:message`,
      open: true,
      run: (call) => {
        interactions.remove(token(call), message(call));
        return { status: 204 };
      },
    },
  ];
}

function callback(interactions: Interactions, call: Call): Answer {
  const body = json(call);
  const { interaction, posted } = interactions.answer(part(call.at, 'interaction'), part(call.at, 'token'), body);
  if (call.query.get('with_response') !== 'true') return { status: 204 };
  const { id, deed } = interaction;
  const made = posted && {
    response_message_id: posted.message.id,
    response_message_ephemeral: posted.visibleTo !== undefined,
    response_message_loading: body['type'] === 5,
  };
  return ok({
    interaction: { id, type: deed.type, ...made },
    ...(posted ? { resource: { type: body['type'], message: posted.message } } : {}),
  });
}

function channelRoutes({ world, messages }: Deps): Route[] {
  const channelOf = ({ at }: Call): Channel => {
    const channel = world.channel(part(at, 'channel'));
    if (!channel) throw refusals.unknownChannel();
    return channel;
  };
  /** A private message is no message of the channel. */
  const messageOf = (call: Call): Posted => {
    const posted = messages.find(part(call.at, 'message'));
    if (posted?.message.channel_id !== channelOf(call).id || posted.visibleTo !== undefined)
      throw refusals.unknownMessage();
    return posted;
  };
  const one = '/channels/:channel/messages/:message';
  return [
    { method: 'GET', path: '/channels/:channel', run: (call) => ok(describeChannel(channelOf(call))) },
    {
      method: 'POST',
      path: '/channels/:channel/messages',
      run: (call) => {
        refuseFaults(messageForms.channel(call.body, []));
        return shown(messages.post(channelOf(call), json(call)));
      },
    },
    { method: 'GET', path: one, run: (call) => shown(messageOf(call)) },
    {
      method: 'PATCH',
      path: one,
      run: (call) => {
        refuseFaults(messageForms.edit(call.body, []));
        return shown(messages.edit(messageOf(call), json(call)));
      },
    },
    {
      method: 'DELETE',
      path: one,
      run: (call) => {
        messages.remove(messageOf(call));
        return { status: 204 };
      },
    },
  ];
}

function json({ body }: Call): Json {
  if (!isJson(body)) throw refusals.notJson();
  return body;
}

function part(at: Call['at'], name: string): string {
  return at[name] ?? '';
}

function ok(body: unknown): Answer {
  return { status: 200, body };
}

function shown({ message }: Posted): Answer {
  return ok(message);
}
