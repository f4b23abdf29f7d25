import { Client, Events, GatewayIntentBits } from 'discord.js';

/** A real client without commands, logged in to a stand-in for Discord. */
export async function clientOn({ apiUrl }: { readonly apiUrl: string }): Promise<Client<true>> {
  const client = new Client({
    intents: [GatewayIntentBits.Guilds],
    rest: { api: apiUrl },
    waitGuildTimeout: 500,
  });
  const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
  await client.login('secret');
  return ready;
}
