import type { WebSocket } from 'ws';
import { UserError } from '../core/user-error.ts';
import type { Clock } from './clock.ts';
import type { OptionValue } from './command-options.ts';
import { isJson, type Json } from './form.ts';
import { readFrame } from './frame.ts';
import type { Reaction } from './interactions.ts';
import type { Ask, Entry, FromPage, News, Outcome, Stretch, ToPage, Viewpoint } from './page-protocol.ts';
import { describeTraffic, describeView } from './page-view.ts';
import { may } from './permissions.ts';
import type { StandIn } from './stand-in.ts';
import type { Sighting } from './watch.ts';
import type { Place } from './world.ts';

/** Twice the largest file that somebody may attach, which comes as text. */
const MOST_BYTES = 20 * 1024 * 1024;
/** Violations from before the page was opened that it is told. */
const OLD_VIOLATIONS = 20;
/** Messages sent to the page at once. */
const AT_ONCE = 60;

/** Serves one open page until its socket closes: does what it asks for, and tells it what its member would see. */
export function servePage(socket: WebSocket, { standIn, clock }: { standIn: StandIn; clock: Clock }): void {
  let place = standIn.view.stand({});

  const send = (frame: ToPage) => {
    if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(frame));
  };
  const tell = (news: News) => send({ news });
  const tellView = () => tell({ kind: 'view', view: describeView(standIn, place, clock.now()) });
  // What was wrong before the page was opened, such as in the registration of commands, is wrong still.
  for (const rule of standIn.violations.slice(-OLD_VIOLATIONS)) tell({ kind: 'violation', rule, at: clock.now() });
  const hearing = standIn.watch((sighting) => hear(sighting));
  const ticking = clock.onAdvance(tellView);

  function hear(sighting: Sighting): void {
    const traffic = describeTraffic(sighting, clock.now());
    if (traffic) return tell({ kind: 'traffic', traffic });
    switch (sighting.kind) {
      case 'message': {
        const { posted, change } = sighting;
        const seen = (posted.visibleTo ?? place.member.id) === place.member.id;
        if (seen && posted.message.channel_id === place.channel.id) tell({ kind: 'message', change, posted });
        return;
      }
      case 'violation':
        return tell({ kind: 'violation', rule: `${sighting.where}: ${sighting.rule}`, at: clock.now() });
      default:
        // Commands, permissions or the connection: what can be done here may have changed.
        place = stillThere(standIn, place);
        return tellView();
    }
  }

  async function answer(ask: Ask): Promise<Outcome> {
    const { guild, channel, member } = place;
    const at = { guild: guild.id, channel: channel.id, member: member.id };
    switch (ask.do) {
      case 'enter': {
        place = enter(standIn, place, ask.at);
        const view = describeView(standIn, place, clock.now());
        return { kind: 'entered', view, stretch: stretchOf(standIn, view.at) };
      }
      case 'older':
        return { kind: 'stretch', stretch: stretchOf(standIn, at, ask.before) };
      case 'say':
        standIn.write({ ...at, content: ask.text });
        return { kind: 'done' };
      case 'slash':
        return outcomeOf(await standIn.slash({ ...at, command: ask.command, options: valuesOf(ask.options) }));
      case 'complete': {
        const { command, options, typing } = ask;
        return outcomeOf(await standIn.autocomplete({ ...at, command, options: valuesOf(options), typing }));
      }
      case 'press':
        return outcomeOf(await standIn.press(ask.message, ask.customId, member.id));
      case 'select':
        return outcomeOf(await standIn.select(ask.message, ask.customId, ask.values, member.id));
      case 'menu':
        return outcomeOf(await standIn.contextMenu({ ...at, command: ask.command, message: ask.message }));
      case 'submit':
        return outcomeOf(await standIn.submit(ask.form, ask.values));
      case 'advance':
        clock.advance(ask.ms);
        return { kind: 'done' };
    }
  }

  socket.on('message', async (raw) => {
    const frame = readFrame(raw, MOST_BYTES);
    if (!isFromPage(frame)) return socket.close(1003, 'No frame of the page');
    const outcome = await answer(frame.ask).catch(refusalOf);
    send({ number: frame.number, outcome });
  });
  socket.on('error', () => socket.terminate());
  socket.on('close', () => {
    hearing();
    ticking();
  });
}

/** Where somebody gets to: what is not there, or not theirs to see, gives way to the first place that is. */
function enter(standIn: StandIn, from: Place, wanted: Partial<Viewpoint>): Place {
  const guild = standIn.guilds.find(({ id }) => id === (wanted.guild ?? from.guild.id)) ?? from.guild;
  const person = wanted.member ?? from.member.id;
  const member = guild.members.find(({ id }) => id === person) ?? guild.members[0];
  const channel = wanted.channel ?? from.channel.id;
  const known = guild.channels.some(
    (each) => each.id === channel && may(guild, each, member?.id ?? '', 'VIEW_CHANNEL'),
  );
  return standIn.view.stand({ guild: guild.id, member: member?.id, channel: known ? channel : undefined });
}

/** The same place as it is now, or the nearest one. */
function stillThere(standIn: StandIn, place: Place): Place {
  return enter(standIn, place, {});
}

function stretchOf(standIn: StandIn, at: Viewpoint, before?: string): Stretch {
  const messages = standIn.view.history(at, { limit: AT_ONCE + 1, ...(before === undefined ? {} : { before }) });
  return { messages: messages.slice(-AT_ONCE), older: messages.length > AT_ONCE };
}

function valuesOf(entries: { readonly [name: string]: Entry }): { readonly [name: string]: OptionValue } {
  return Object.fromEntries(
    Object.entries(entries).map(([name, entry]) => [
      name,
      typeof entry === 'object' ? { ...entry, content: Buffer.from(entry.content, 'base64') } : entry,
    ]),
  );
}

function outcomeOf(reaction: Reaction): Outcome {
  switch (reaction.outcome) {
    case 'choices':
      return { kind: 'choices', choices: reaction.choices };
    case 'modal': {
      const { title, components } = reaction.modal;
      return {
        kind: 'form',
        form: {
          id: reaction.id,
          title: String(title),
          components: Array.isArray(components) ? components.filter(isJson) : [],
        },
      };
    }
    case 'no-response':
      return { kind: 'no-response' };
    default:
      return { kind: 'done' };
  }
}

/** What a Discord client would not let somebody do is said to them; anything else is a fault of the stand-in. */
function refusalOf(error: unknown): Outcome {
  return {
    kind: 'refused',
    words: error instanceof UserError ? error.message : `The playground failed: ${String(error)}`,
  };
}

function isFromPage(frame: Json | undefined): frame is Json & FromPage {
  return typeof frame?.['number'] === 'number' && isJson(frame['ask']);
}
