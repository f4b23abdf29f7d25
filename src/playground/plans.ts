import type { Permission } from './permissions.ts';

/** What a role, a member or the bot is allowed or denied beyond what it may anyway. */
export type Rights = { readonly allow?: readonly Permission[]; readonly deny?: readonly Permission[] };

export type ChannelPlan = {
  readonly name: string;
  readonly type?: 'text' | 'announcement' | 'forum';
  /** By '@everyone', or the name of a role, a member or the bot. */
  readonly rights?: Readonly<Record<string, Rights>>;
  readonly threads?: readonly string[];
};
/** A guild to be made, by names; the first member owns it. */
export type GuildPlan = {
  readonly name: string;
  readonly channels: readonly (string | ChannelPlan)[];
  readonly members: readonly (string | { readonly name: string; readonly roles: readonly string[] })[];
  /** What each role is allowed, by its name. */
  readonly roles?: Readonly<Record<string, readonly Permission[]>>;
};

export function nameOf(member: GuildPlan['members'][number]): string {
  return typeof member === 'string' ? member : member.name;
}

export const BOT_NAME = 'attaché';

/** What everyone may do where nothing else is said; the bot gets the same from its invitation. */
export const ORDINARY: readonly Permission[] = [
  'ADD_REACTIONS',
  'VIEW_CHANNEL',
  'SEND_MESSAGES',
  'EMBED_LINKS',
  'ATTACH_FILES',
  'READ_MESSAGE_HISTORY',
  'USE_APPLICATION_COMMANDS',
  'CREATE_PUBLIC_THREADS',
  'SEND_MESSAGES_IN_THREADS',
];

/** Two guilds, one of a team and one of its guests. */
export const guildPlans: readonly GuildPlan[] = [
  {
    name: 'Policy team',
    roles: { Administrators: ['ADMINISTRATOR'], Analysts: [] },
    members: [{ name: 'mara', roles: ['Administrators'] }, { name: 'jun', roles: ['Analysts'] }, 'tom'],
    channels: [
      { name: 'general', threads: ['fishing rights'] },
      'briefings',
      {
        name: 'announcements',
        type: 'announcement',
        rights: { '@everyone': { deny: ['SEND_MESSAGES'] }, [BOT_NAME]: { allow: ['SEND_MESSAGES'] } },
      },
      { name: 'questions', type: 'forum' },
      {
        name: 'analysts',
        rights: {
          '@everyone': { deny: ['VIEW_CHANNEL'] },
          Analysts: { allow: ['VIEW_CHANNEL'] },
          [BOT_NAME]: { allow: ['VIEW_CHANNEL'] },
        },
      },
      {
        name: 'admins',
        rights: { '@everyone': { deny: ['VIEW_CHANNEL'] }, [BOT_NAME]: { allow: ['VIEW_CHANNEL'] } },
      },
      { name: 'rules', rights: { '@everyone': { deny: ['SEND_MESSAGES'] } } },
      { name: 'board', rights: { '@everyone': { deny: ['VIEW_CHANNEL'] } } },
    ],
  },
  { name: 'Guests', channels: ['lobby'], members: ['mara', 'ines'] },
];
