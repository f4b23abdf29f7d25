import { bits } from './permissions.ts';
import { BOT_NAME, type ChannelPlan, type GuildPlan, nameOf, ORDINARY } from './plans.ts';
import type { Channel, ChannelType, Guild, Overwrite, Role, User } from './world.ts';

const TYPES: Readonly<Record<NonNullable<ChannelPlan['type']>, ChannelType>> = { text: 0, announcement: 5, forum: 15 };
const PUBLIC_THREAD = 11;

/** Makes a guild from its plan; `people` are its members and the bot by their names. */
export function foundGuild(
  plan: GuildPlan,
  deps: { newId: () => string; people: ReadonlyMap<string, User>; foundedAt: number },
): Guild {
  const { newId, people, foundedAt } = deps;
  const id = newId();
  const roles: readonly Role[] = [
    { id, name: '@everyone', permissions: bits(ORDINARY), managed: false },
    ...Object.entries(plan.roles ?? {}).map(([name, held]) => ({
      id: newId(),
      name,
      permissions: bits(held),
      managed: false,
    })),
    { id: newId(), name: BOT_NAME, permissions: bits(ORDINARY), managed: true },
  ];
  const roleId = (name: string) => roles.find((role) => role.name === name && !role.managed)?.id;
  const members = plan.members.flatMap((member) => people.get(nameOf(member)) ?? []);
  const bot = people.get(BOT_NAME);
  const owner = members[0]?.id ?? bot?.id ?? '';

  const overwrites = ({ rights = {} }: ChannelPlan): readonly Overwrite[] =>
    Object.entries(rights).flatMap(([name, { allow = [], deny = [] }]): Overwrite[] => {
      const role = roleId(name);
      const whom = role ?? people.get(name)?.id;
      return whom === undefined ? [] : [{ id: whom, type: role ? 0 : 1, allow: bits(allow), deny: bits(deny) }];
    });
  const channels = plan.channels.map((each, position) => {
    const channel = typeof each === 'string' ? { name: each } : each;
    const made: Channel = {
      id: newId(),
      name: channel.name,
      guild_id: id,
      type: TYPES[channel.type ?? 'text'],
      position,
      overwrites: overwrites(channel),
      parent_id: null,
    };
    return { made, threads: channel.threads ?? [] };
  });
  const thread = { ownerId: owner, archived: false, locked: false, turnedAt: foundedAt, createdAt: foundedAt };
  const threads = channels.flatMap(({ made, threads }) =>
    threads.map(
      (name): Channel => ({
        ...made,
        id: newId(),
        name,
        type: PUBLIC_THREAD,
        overwrites: [],
        parent_id: made.id,
        thread,
      }),
    ),
  );
  const managed = roles.at(-1)?.id ?? id;
  const given = plan.members.map((member): [string, readonly string[]] => [
    people.get(nameOf(member))?.id ?? '',
    typeof member === 'string' ? [] : member.roles.flatMap((name) => roleId(name) ?? []),
  ]);
  return {
    id,
    name: plan.name,
    ownerId: owner,
    members,
    channels: [...channels.map(({ made }) => made), ...threads],
    roles,
    memberRoles: new Map([...given, [bot?.id ?? '', [managed]]]),
    bot: 'member',
  };
}
