import { REST, type RESTGetCurrentApplicationResult, Routes } from 'discord.js';
import { explainConnection } from './connection-faults.ts';
import { registerCommands } from './register-commands.ts';
import { type BotOptions, restOptions } from './start-bot.ts';

/** Registers the commands without starting the bot; the same faults as `startBot`. */
export async function deploy({
  token,
  apiUrl,
  guildId,
  commands,
}: Omit<BotOptions, 'servicesFor' | 'log'>): Promise<'unchanged' | 'registered'> {
  const rest = new REST(restOptions(apiUrl).rest ?? {}).setToken(token);
  try {
    const { id } = (await rest.get(Routes.currentApplication())) as RESTGetCurrentApplicationResult;
    return await registerCommands({ rest, applicationId: id, guildId, commands });
  } catch (error) {
    throw explainConnection(error, apiUrl);
  }
}
