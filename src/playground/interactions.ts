import { invalidForm, refusals, refuseFaults } from './api-error.ts';
import { answersTo, CALLBACK, type Deed, formOf, INTERACTION, isPrivate } from './deeds.ts';
import { describeInteraction } from './describe.ts';
import { fault, isJson, type Json, objects } from './form.ts';
import type { Gateway } from './gateway.ts';
import { messageForms } from './limits.ts';
import type { Logbook } from './logbook.ts';
import type { Messages, Posted } from './messages.ts';
import type { World } from './world.ts';

const TOKEN_MS = 15 * 60_000;
/** An expired token is told from an unknown one for an hour. */
const KEPT_MS = 60 * 60_000;
const LOADING = 128;

/** What a person sees come of what they did. `waiting`: acknowledged, but nothing shown within the time for an answer. */
export type Reaction =
  | { readonly outcome: 'replied' | 'updated'; readonly posted: Posted }
  | { readonly outcome: 'choices'; readonly choices: readonly { name: string; value: string | number }[] }
  /** A form that has opened; `id` is what it is sent by. */
  | { readonly outcome: 'modal'; readonly id: string; readonly modal: Json }
  | { readonly outcome: 'waiting' | 'no-response' };

type Open = {
  readonly deed: Deed;
  readonly id: string;
  readonly token: string;
  readonly openedAt: number;
  readonly settle: (reaction: Reaction) => void;
  acknowledged: boolean;
  /** The message that `@original` stands for. */
  original?: string;
  /** Messages that this interaction's token may edit. */
  readonly own: Set<string>;
};

/** A form that a person has before them. */
type Opened = Pick<Deed, 'place' | 'on'> & { readonly modal: Json };

export type Interactions = ReturnType<typeof createInteractions>;

/** Interactions from the moment a person acts until their token expires. `answerWithin` is in milliseconds. */
export function createInteractions(deps: {
  world: World;
  gateway: Gateway;
  messages: Messages;
  answerWithin: number;
  logbook: Logbook;
}) {
  const { world, gateway, messages, answerWithin, logbook } = deps;
  const open = new Map<string, Open>();
  const modals = new Map<string, Opened>();

  /** Posts a reply or follow-up as a message that belongs to the interaction. */
  function post(of: Open, body: Json, placeholder = false): Posted {
    const { place, on, type, data } = of.deed;
    if (!world.place(place.channel.id)) throw refusals.unknownChannel();
    const flags = Number(body['flags'] ?? 0) | (placeholder ? LOADING : 0);
    const user = place.member;
    const fields = {
      flags,
      type: type === INTERACTION.command ? 20 : 19,
      application_id: world.applicationId,
      webhook_id: world.applicationId,
      interaction_metadata: {
        id: of.id,
        type,
        user,
        authorizing_integration_owners: { '0': place.guild.id },
        ...(on ? { interacted_message_id: on.message.id } : {}),
      },
      // Clients write “used /ask” above the reply.
      ...(type === INTERACTION.command ? { interaction: { id: of.id, type, name: data['name'], user } } : {}),
    };
    const visible = isPrivate(body) ? { visibleTo: user.id } : {};
    const posted = messages.post(place.channel.id, body, { fields, placeholder, ...visible });
    of.own.add(posted.message.id);
    return posted;
  }

  function edit(of: Open, posted: Posted, body: Json): Posted {
    const edited = messages.edit(posted, body, { flags: posted.message.flags & ~LOADING });
    of.settle({ outcome: posted.message.id === of.deed.on?.message.id ? 'updated' : 'replied', posted: edited });
    return edited;
  }

  /** The oldest come first, and their tokens are of no use any more. */
  function forgetExpired(): void {
    for (const { token, openedAt, id } of open.values()) {
      if (world.now() - openedAt <= KEPT_MS) return;
      open.delete(token);
      modals.delete(id);
    }
  }

  /** The open interaction of a follow-up token; refuses one that is unknown, unanswered or expired. */
  function byToken(token: string): Open {
    const found = open.get(token);
    if (!found || !found.acknowledged) throw refusals.unknownWebhook();
    if (world.now() - found.openedAt > TOKEN_MS) throw refusals.expiredToken();
    return found;
  }

  function own(of: Open, messageId: string): Posted {
    const id = messageId === '@original' ? of.original : messageId;
    const posted = id !== undefined && of.own.has(id) ? messages.find(id) : undefined;
    if (!posted) throw refusals.unknownMessage();
    return posted;
  }

  return {
    /** Does something as a person: the bot hears of it, and the person gets what comes of it. */
    begin(deed: Deed): Promise<Reaction> {
      const { promise, resolve } = Promise.withResolvers<Reaction>();
      const id = world.newId();
      const one: Open = {
        deed,
        id,
        token: `token-${id}`,
        openedAt: world.now(),
        settle: resolve,
        acknowledged: false,
        own: new Set(),
      };
      forgetExpired();
      open.set(one.token, one);
      const patience = setTimeout(
        () => resolve({ outcome: one.acknowledged ? 'waiting' : 'no-response' }),
        answerWithin,
      );
      const payload = {
        id,
        token: one.token,
        type: deed.type,
        data: deed.data,
        ...(deed.on ? { message: deed.on.message } : {}),
      };
      gateway.dispatch(
        'INTERACTION_CREATE',
        { ...describeInteraction(deed.place, world), ...payload },
        deed.place.guild.id,
      );
      return promise.finally(() => clearTimeout(patience));
    },

    /** The bot's first answer; gives the message it makes or changes, if any. */
    answer(id: string, token: string, body: Json): { interaction: Open; posted?: Posted } {
      const of = open.get(token);
      if (of?.id !== id) throw refusals.unknownInteraction();
      if (of.acknowledged) throw refusals.alreadyAcknowledged();
      if (world.now() - of.openedAt > answerWithin) throw refusals.unknownInteraction();
      const type = Number(body['type']);
      const allowed = answersTo(of.deed);
      if (!allowed.includes(type))
        throw invalidForm([fault(['type'], 'BASE_TYPE_CHOICES', `Value must be one of (${allowed.join(', ')}).`)]);
      const data = isJson(body['data']) ? body['data'] : {};
      refuseFaults(formOf(of.deed, type)(data, ['data']));
      const posted = act(of, type, data);
      of.acknowledged = true;
      if (posted) {
        of.original = posted.message.id;
        of.own.add(posted.message.id);
      }
      return { interaction: of, ...(posted ? { posted } : {}) };
    },

    /** A follow-up; the first one after a deferral takes the placeholder's place and keeps its privacy. */
    followUp(token: string, body: Json): Posted {
      const of = byToken(token);
      refuseFaults(messageForms.reply(body, []));
      const original = of.original === undefined ? undefined : messages.find(of.original);
      if (original && (original.message.flags & LOADING) !== 0) {
        if (isPrivate(body) && original.visibleTo === undefined)
          logbook.violate(
            'follow-up',
            'it asks to be private, but everyone sees it: that was settled when it was deferred',
          );
        return edit(of, original, body);
      }
      const posted = post(of, body);
      of.settle({ outcome: 'replied', posted });
      return posted;
    },
    read: (token: string, messageId: string): Posted => own(byToken(token), messageId),
    edit(token: string, messageId: string, body: Json): Posted {
      const of = byToken(token);
      refuseFaults(messageForms.edit(body, []));
      return edit(of, own(of, messageId), body);
    },
    remove: (token: string, messageId: string): void => messages.remove(own(byToken(token), messageId)),
    /** The form that an interaction was answered with. */
    modal: (id: string): Opened | undefined => modals.get(id),
    /** Leaves nobody waiting. */
    stop: (): void => open.forEach(({ settle }) => settle({ outcome: 'no-response' })),
  };

  function act(of: Open, type: number, data: Json): Posted | undefined {
    const { on } = of.deed;
    if (type === CALLBACK.reply) {
      const posted = post(of, data);
      of.settle({ outcome: 'replied', posted });
      return posted;
    }
    if (type === CALLBACK.defer) return post(of, data, true);
    if (type === CALLBACK.choices)
      of.settle({
        outcome: 'choices',
        choices: objects(data['choices']) as { name: string; value: string | number }[],
      });
    if (type === CALLBACK.modal) {
      modals.set(of.id, { modal: data, place: of.deed.place, ...(on ? { on } : {}) });
      of.settle({ outcome: 'modal', id: of.id, modal: data });
    }
    // What was pressed may have been removed meanwhile.
    const pressed = on && messages.find(on.message.id);
    if (type === CALLBACK.update && pressed) return edit(of, pressed, data);
    return type === CALLBACK.deferUpdate ? pressed : undefined;
  }
}
