import type { GuildView, SentFile, Suggestion } from '../page-protocol.ts';
import type { Actions } from './actions.ts';
import {
  choicesOf,
  fitting,
  matching,
  type Offer,
  type Option,
  offersOf,
  readEntries,
  readEntry,
  type Written,
} from './command-entry.ts';
import type { Connection } from './connection.ts';
import { type Draft, emptyDraft, type State, type Store } from './state.ts';
import { textOf } from './text-of.ts';

/** Milliseconds without a key before the bot is asked for choices. */
const PAUSE = 120;
/** Choices shown at once, as many as Discord shows. */
const MOST = 25;

type CommandDraft = Draft & { readonly kind: 'command' };
export type Composing = ReturnType<typeof createComposing>;

/** Filling in the box below the messages: text, the choice of a command, its options and their choices. */
export function createComposing(store: Store, actions: Actions, connection: () => Connection) {
  const { get, set } = store;
  let asked = 0;
  let pause: ReturnType<typeof setTimeout> | undefined;

  function command(): CommandDraft | undefined {
    const { draft } = get();
    return draft.kind === 'command' ? draft : undefined;
  }

  /** Asks the bot for choices; an answer that is not to the latest question is dropped. */
  function suggest(option: Option, afterMs: number): void {
    clearTimeout(pause);
    const number = ++asked;
    pause = setTimeout(async () => {
      const draft = command();
      if (!draft) return;
      const text = draft.written[option.name]?.text ?? '';
      const filled = draft.offer.options.flatMap((each) => {
        const read =
          each.name === option.name ? { value: text } : readEntry(each, draft.written[each.name], guildOf(get()));
        return read && 'value' in read ? [[each.name, read.value] as const] : [];
      });
      const outcome = await connection().ask({
        do: 'complete',
        command: draft.offer.path,
        options: Object.fromEntries(filled),
        typing: option.name,
      });
      const now = command();
      if (number !== asked || now?.focused !== option.name) return;
      void set({ draft: { ...now, suggested: outcome.kind === 'choices' ? outcome.choices : [] } });
    }, afterMs);
  }

  async function focusOn(name: string | undefined): Promise<void> {
    await set({});
    document.getElementById(name === undefined ? 'say' : `option-${name}`)?.focus();
  }

  async function leave(text = ''): Promise<void> {
    asked++;
    await set({ draft: { kind: 'text', text }, listed: text !== '', active: 0, fault: undefined });
    await focusOn(undefined);
  }

  /** Takes a choice for an option. */
  async function take(option: Option, { name, value }: Suggestion): Promise<void> {
    const draft = command();
    if (!draft) return;
    asked++;
    const written = { ...draft.written, [option.name]: { text: name, value } };
    await set({ draft: { ...draft, written, suggested: [] }, listed: false, active: -1, fault: undefined });
  }

  return {
    /** Takes what has been typed as a message; a slash at its beginning opens the list of commands. */
    write: (text: string) =>
      set({ draft: { kind: 'text', text }, listed: /^\/[^\n]*$/u.test(text), active: 0, fault: undefined }),
    leave,
    move: (active: number) => set({ active }),
    hide: () => set({ listed: false }),
    /** Takes a command out of the list. */
    async choose(offer: Offer): Promise<void> {
      const shown = offer.options.filter(({ required }) => required).map(({ name }) => name);
      const first = shown[0] ?? offer.options[0]?.name;
      await set({
        draft: {
          kind: 'command',
          offer,
          shown: shown.length > 0 || first === undefined ? shown : [first],
          written: {},
          focused: first,
          suggested: [],
        },
        listed: true,
        active: -1,
        fault: undefined,
      });
      document.getElementById(first === undefined ? 'send' : `option-${first}`)?.focus();
    },
    /** Shows the box of an option that may be left out. */
    async add(name: string): Promise<void> {
      const draft = command();
      if (!draft) return;
      await set({ draft: { ...draft, shown: [...draft.shown, name] } });
      await focusOn(name);
    },
    /** Empties the box of an option; one that may be left out goes away. */
    async drop(option: Option): Promise<void> {
      const draft = command();
      if (!draft) return;
      const at = draft.shown.indexOf(option.name);
      if (option.required || draft.shown.length === 1) return at === 0 ? leave(`/${draft.offer.path}`) : undefined;
      const { [option.name]: _, ...written } = draft.written;
      const shown = draft.shown.filter((name) => name !== option.name);
      await set({ draft: { ...draft, shown, written }, fault: undefined });
      await focusOn(shown[Math.max(0, at - 1)]);
    },
    focus(option: Option): void {
      const draft = command();
      if (!draft) return;
      void set({ draft: { ...draft, focused: option.name, suggested: [] }, listed: true, active: firstActive(option) });
      if (option.autocomplete) suggest(option, 0);
    },
    /** Takes what is typed, or a file chosen, into an option's box. */
    fill(option: Option, written: Written): void {
      const draft = command();
      if (!draft) return;
      void set({
        draft: { ...draft, written: { ...draft.written, [option.name]: written } },
        fault: undefined,
        listed: true,
        active: firstActive(option),
      });
      if (option.autocomplete) suggest(option, PAUSE);
    },
    take,
    /** Takes a choice for an option and goes on to the next box that has to be filled in. */
    async pick(option: Option, choice: Suggestion): Promise<void> {
      await take(option, choice);
      const draft = command();
      const next = draft?.offer.options.find(({ name, required }) => required && draft.written[name] === undefined);
      if (next) await focusOn(next.name);
    },
    /** Sends what is in the box: a message, or a command if every option fits. */
    async send(): Promise<void> {
      const { draft } = get();
      if (draft.kind === 'text') {
        if (draft.text.trim() === '') return;
        await set({ draft: emptyDraft, listed: false, fault: undefined });
        const refusal = await actions.say(draft.text.trim());
        if (refusal !== undefined) await set({ draft, fault: refusal });
        return;
      }
      const read = readEntries(draft.offer, draft.written, guildOf(get()));
      if ('fault' in read) {
        const shown = draft.shown.includes(read.option) ? draft.shown : [...draft.shown, read.option];
        await set({ draft: { ...draft, shown } });
        await focusOn(read.option);
        await set({ fault: read.fault });
        return;
      }
      asked++;
      await leave();
      const refusal = await actions.slash({ do: 'slash', command: draft.offer.path, options: read.entries });
      if (refusal === undefined) return;
      await set({ draft, fault: refusal, listed: false });
      await focusOn(draft.shown[0]);
    },
  };
}

export function guildOf({ view }: State): GuildView | undefined {
  return view?.guilds.find(({ id }) => id === view.at.guild);
}

/** The commands that the list above the box shows for what is typed. */
export function offersFor({ draft, view, listed }: State): readonly Offer[] {
  return draft.kind === 'text' && listed && view ? matching(offersOf(view.commands), draft.text.slice(1)) : [];
}

/** The choices that the list above the box shows for the focused option. */
export function suggestionsFor(state: State): readonly Suggestion[] {
  const { draft, listed } = state;
  if (draft.kind !== 'command' || !listed) return [];
  const option = focusedOption(draft);
  if (!option) return [];
  if (option.autocomplete) return draft.suggested;
  return fitting(choicesOf(option, guildOf(state)), draft.written[option.name]).slice(0, MOST);
}

export function focusedOption({ offer, focused }: CommandDraft): Option | undefined {
  return offer.options.find(({ name }) => name === focused);
}

/** Where only choices will do, the first is marked from the start; where text will do, none is. */
function firstActive(option: Option): number {
  return option.autocomplete || option.type === 3 ? (option.choices.length > 0 ? 0 : -1) : 0;
}

/** A chosen file as it is sent. */
export function readFile(file: File): Promise<SentFile> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => {
      const content = textOf(reader.result).replace(/^[^,]*,/u, '');
      resolve({ name: file.name, type: file.type, content });
    });
    reader.addEventListener('error', () => reject(reader.error ?? new Error('The file cannot be read')));
    reader.readAsDataURL(file);
  });
}
