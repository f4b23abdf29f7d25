import { type BaseInteraction, PermissionFlagsBits } from 'discord.js';
import { UserError } from '../core/user-error.ts';

/**
 * The server in which somebody who may manage it does something with `what`; throws `UserError` 'not-allowed' for anybody
 * else: what Discord hides from people is a setting of each server, and buttons are hidden from nobody.
 */
export function managedGuild(interaction: BaseInteraction, what: string): string {
  if (interaction.guildId !== null && manages(interaction)) return interaction.guildId;
  throw new UserError(
    'not-allowed',
    `${what} are looked after by people with the permission Manage Server. Ask one of them.`,
  );
}

export function manages({ memberPermissions }: BaseInteraction): boolean {
  return memberPermissions?.has(PermissionFlagsBits.ManageGuild) === true;
}
