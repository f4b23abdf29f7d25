import { isJson } from '../form.ts';
import type { Ask, News, Outcome, Viewpoint } from '../page-protocol.ts';
import type { Connection } from './connection.ts';
import { emptyDraft, type State, type Store } from './state.ts';
import { summarize } from './summary.ts';

/** Messages kept on the page; older ones are asked for again when somebody scrolls up to them. */
const KEPT = 300;
const KEPT_TRAFFIC = 150;
/** The type of a message that answers a slash command, and the flag of one that is still being written. */
export const COMMAND_REPLY = 20;
export const LOADING = 128;

export type Actions = ReturnType<typeof createActions>;

/** What can be done on the page, apart from filling in a command. */
export function createActions(store: Store, connection: () => Connection) {
  const { get, set } = store;
  let sent = 0;

  const act = (ask: Ask): Promise<Outcome> => connection().ask(ask);

  /** Does something below a message, marks it as busy meanwhile, and says so where nothing comes of it. */
  async function interact(message: string, part: string, ask: Ask): Promise<void> {
    const key = `${message} ${part}`;
    await set({
      open: undefined,
      busy: new Set([...get().busy, key]),
      failed: without(get().failed, message),
    });
    const outcome = await act(ask);
    const failed = outcome.kind === 'no-response' || outcome.kind === 'refused';
    await set({
      busy: without(get().busy, key),
      ...(failed ? { failed: new Set([...get().failed, message]), announced: 'This interaction failed' } : {}),
      ...(outcome.kind === 'form' ? { form: outcome.form } : {}),
    });
  }

  return {
    /** Goes somewhere, or becomes somebody else. */
    async enter(at: Partial<Viewpoint>): Promise<void> {
      const outcome = await act({ do: 'enter', at });
      if (outcome.kind !== 'entered') return;
      const { view, stretch } = outcome;
      const before = get().view?.at;
      const moved = before?.channel !== view.at.channel || before.member !== view.at.member;
      await set({
        view,
        now: view.now,
        messages: stretch.messages,
        older: stretch.older,
        places: false,
        open: undefined,
        ...(moved
          ? {
              sending: [],
              failed: new Set<string>(),
              draft: emptyDraft,
              fault: undefined,
              listed: false,
              announced: '',
            }
          : {}),
      });
    },
    async showOlder(): Promise<void> {
      const [first] = get().messages;
      if (!first || !get().older) return;
      await set({ older: false });
      const outcome = await act({ do: 'older', before: first.message.id });
      if (outcome.kind === 'stretch' && get().messages[0]?.message.id === first.message.id) {
        await set({ messages: [...outcome.stretch.messages, ...get().messages], older: outcome.stretch.older });
      }
    },
    press: (message: string, customId: string) => interact(message, customId, { do: 'press', message, customId }),
    select: (message: string, customId: string, values: readonly string[]) =>
      interact(message, customId, { do: 'select', message, customId, values }),
    menu: (message: string, command: string) => interact(message, command, { do: 'menu', message, command }),
    /** Sends a command; gives words where it could not be sent. */
    async slash(ask: Ask & { readonly do: 'slash' }): Promise<string | undefined> {
      const key = ++sent;
      await set({ sending: [...get().sending, { key, name: ask.command, failed: false }] });
      const outcome = await act(ask);
      const failed = outcome.kind === 'no-response';
      await set({
        sending: get().sending.flatMap((each) => (each.key !== key ? [each] : failed ? [{ ...each, failed }] : [])),
        ...(failed ? { announced: 'The application did not respond' } : {}),
        ...(outcome.kind === 'form' ? { form: outcome.form } : {}),
      });
      return outcome.kind === 'refused' ? outcome.words : undefined;
    },
    forget: (key: number) => set({ sending: get().sending.filter((each) => each.key !== key) }),
    /** Posts what somebody says; gives words where they may not. */
    async say(text: string): Promise<string | undefined> {
      const outcome = await act({ do: 'say', text });
      return outcome.kind === 'refused' ? outcome.words : undefined;
    },
    /** Sends the open form; gives words where Discord would not take it. */
    async submit(values: { readonly [customId: string]: string }): Promise<string | undefined> {
      const { form } = get();
      if (!form) return undefined;
      const outcome = await act({ do: 'submit', form: form.id, values });
      if (outcome.kind === 'refused') return outcome.words;
      if (outcome.kind === 'no-response') return 'Something went wrong. Try again.';
      await set({ form: undefined });
      return undefined;
    },
    advance: (ms: number) => act({ do: 'advance', ms }),
    dismiss: (message: string) => set({ dismissed: new Set([...get().dismissed, message]) }),
    hear: (news: News) => set(hear(get(), news)),
  };
}

/** What a piece of news changes. */
function hear(state: State, news: News): Partial<State> {
  switch (news.kind) {
    case 'view':
      return { view: news.view, now: news.view.now };
    case 'violation':
      return { violations: [...state.violations, news], announced: `Discord would refuse this: ${news.rule}` };
    case 'traffic':
      return { traffic: [...state.traffic.slice(-KEPT_TRAFFIC), news.traffic] };
    case 'message':
      return hearMessage(state, news);
  }
}

function hearMessage(state: State, { change, posted }: News & { readonly kind: 'message' }): Partial<State> {
  const { id } = posted.message;
  const known = state.messages.some(({ message }) => message.id === id);
  if (change === 'deleted') return { messages: state.messages.filter(({ message }) => message.id !== id) };
  const announced = (posted.message.flags & LOADING) === 0 ? { announced: summarize(posted) } : {};
  if (known) {
    return { ...announced, messages: state.messages.map((each) => (each.message.id === id ? posted : each)) };
  }
  if (change === 'edited') return {};
  const messages = [...state.messages, posted];
  const cut = messages.length > KEPT;
  return {
    ...announced,
    messages: cut ? messages.slice(-KEPT) : messages,
    older: state.older || cut,
    sending: isOwnReply(state, posted.message)
      ? state.sending.filter(({ failed }, index) => failed || index > 0)
      : state.sending,
  };
}

/** Whether a message answers a command of the member whose page this is. */
function isOwnReply(
  { view }: State,
  { type, interaction_metadata: metadata }: { type: number; interaction_metadata?: unknown },
): boolean {
  const user = isJson(metadata) ? metadata['user'] : undefined;
  return type === COMMAND_REPLY && isJson(user) && user['id'] === view?.at.member;
}

function without(set: ReadonlySet<string>, item: string): ReadonlySet<string> {
  return new Set([...set].filter((each) => each !== item));
}
