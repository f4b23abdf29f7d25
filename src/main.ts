import { join } from 'node:path';
import type { Logger } from 'pino';
import { type Config, loadEnvironment, readConfig } from './config.ts';
import { UserError } from './core/user-error.ts';
import { createLog } from './log.ts';
import { openDesk } from './open-desk.ts';
import { runToEnd } from './run-to-end.ts';
import { runPrompt } from './terminal/prompt.ts';

const commandsFolder = join(import.meta.dirname, '..', 'commands');

await runToEnd(async () => {
  const [option] = process.argv.slice(2);
  if (option !== undefined && option !== '--deploy') {
    throw new UserError('usage', `There is no option “${option}”; --deploy registers the commands and ends.`);
  }
  const config = readConfig(loadEnvironment());
  const { token } = config;
  const log = (level: 'info' | 'warn') =>
    createLog({ level: config.logLevel ?? level, readable: Boolean(process.stderr.isTTY) });
  if (option === '--deploy') return deployCommands(config);
  if (token !== undefined) return serveDiscord({ ...config, token }, log('info'));
  const desk = await openDesk({
    knowledge: config.knowledge,
    data: config.data,
    log: log('warn'),
    // Piped lines come at once, so that everything they may ask for has to be there.
    analysis: process.stdin.isTTY ? 'meanwhile' : 'awaited',
  });
  process.stdout.write(
    'No DISCORD_TOKEN is set, so Attaché answers here instead of on Discord. Type a question, or /help.\n\n',
  );
  await runPrompt(desk, process.stdin, process.stdout);
});

/** Discord's library is loaded only where it is needed: it takes longer than reading the documents. */
async function serveDiscord({ knowledge, data, ...config }: Config & { token: string }, log: Logger): Promise<void> {
  const { loadCommands } = await import('./discord/load-commands.ts');
  const { startBot } = await import('./discord/start-bot.ts');
  const { createAskedQuestions } = await import('./discord/asked-questions.ts');
  const [commands, desk] = await Promise.all([
    loadCommands(commandsFolder),
    openDesk({ knowledge, data, log, analysis: 'meanwhile' }),
  ]);
  let stop = async (): Promise<void> => process.exit();
  const end = (signal: string) => {
    log.info({ signal }, 'Stopping');
    void stop();
  };
  process.once('SIGINT', end).once('SIGTERM', end);
  ({ stop } = await startBot({ ...config, commands, services: { desk, asked: createAskedQuestions() }, log }));
}

async function deployCommands({ token, ...config }: Config): Promise<void> {
  if (token === undefined) {
    throw new UserError(
      'no-token',
      'Commands are registered with DISCORD_TOKEN, which is not set. Write it into .env (see .env.example).',
    );
  }
  const { loadCommands } = await import('./discord/load-commands.ts');
  const { deploy } = await import('./discord/deploy.ts');
  const outcome = await deploy({ ...config, token, commands: await loadCommands(commandsFolder) });
  const where = config.guildId === undefined ? 'for every server' : `in the server ${config.guildId}`;
  process.stdout.write(
    outcome === 'registered' ? `The commands are registered ${where}.\n` : `The commands ${where} were up to date.\n`,
  );
}
