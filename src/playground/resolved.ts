import { ATTACHMENT_LIMIT, describeChannel, describeMembership, describeRole, permissionsOf } from './describe.ts';
import type { Files, NewFile } from './files.ts';
import type { Json } from './form.ts';
import { may } from './permissions.ts';
import type { Channel, Place, Role, User, World } from './world.ts';

/** What an option or a list asks a person to name. */
export type Kind = 'user' | 'role' | 'mentionable' | 'channel' | 'attachment';
/** A name or an id, or a file to upload. */
export type Named = string | NewFile;

type Section = 'users' | 'members' | 'roles' | 'channels' | 'attachments' | 'messages';
export type Resolved = ReturnType<typeof createResolved>;

/** Collects what somebody names in an interaction, as the `resolved` part of its data gives it. */
export function createResolved(
  { guild, channel: here, member }: Place,
  { world, files }: { world: World; files: Files },
) {
  const data: { [section in Section]?: { [id: string]: Json } } = {};

  function put(section: Section, id: string, value: Json): string {
    data[section] = { ...data[section], [id]: value };
    return id;
  }

  function user(one: User): string {
    put('members', one.id, { ...describeMembership(guild, one), permissions: permissionsOf(guild, here, one) });
    return put('users', one.id, one);
  }
  const role = (one: Role): string => put('roles', one.id, describeRole(guild, one));

  function channel(one: Channel): string {
    const { permission_overwrites: _, ...told } = describeChannel(one);
    return put('channels', one.id, {
      ...told,
      permissions: permissionsOf(guild, one, member),
      app_permissions: permissionsOf(guild, one, world.bot),
    });
  }

  function named(kind: Kind, name: string, types: readonly unknown[]): string | undefined {
    const one = [...guild.members, world.bot].find(({ id, username }) => id === name || username === name);
    const group = guild.roles.find((each) => each.id === name || each.name === name);
    if (kind === 'user' || (kind === 'mentionable' && one)) return one && user(one);
    if (kind === 'role' || kind === 'mentionable') return group && role(group);
    const at = guild.channels.find(
      (each) =>
        (each.id === name || each.name === name) &&
        (types.length === 0 || types.includes(each.type)) &&
        may(guild, each, member.id, 'VIEW_CHANNEL'),
    );
    return at && channel(at);
  }

  return {
    /** The id of what somebody names; nothing where there is no such thing, or a file is too large. */
    take(kind: Kind, wanted: Named, channelTypes: readonly unknown[] = []): string | undefined {
      if ((typeof wanted === 'string') !== (kind !== 'attachment')) return undefined;
      if (typeof wanted === 'string') return named(kind, wanted, channelTypes);
      if (wanted.content.length > ATTACHMENT_LIMIT) return undefined;
      const attachment = { ...files.keep(wanted), ephemeral: true };
      return put('attachments', String((attachment as Json)['id']), attachment);
    },
    user,
    message: (message: Json & { readonly id: string }): string => put('messages', message.id, message),
    /** To be spread into the data of an interaction. */
    part: () => (Object.keys(data).length === 0 ? {} : { resolved: data }),
  };
}
