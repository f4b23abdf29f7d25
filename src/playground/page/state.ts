import type { Posted } from '../messages.ts';
import type { Form, Suggestion, Traffic, View } from '../page-protocol.ts';
import type { Offer, Written } from './command-entry.ts';

/** What stands in the box below the messages: plain text, or a command with its options. */
export type Draft =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'command';
      readonly offer: Offer;
      /** Options whose boxes are shown, required ones from the start. */
      readonly shown: readonly string[];
      readonly written: Readonly<Record<string, Written>>;
      readonly focused: string | undefined;
      /** What the bot suggests for the focused option. */
      readonly suggested: readonly Suggestion[];
    };
/** A command that was sent and has shown nothing yet. */
export type Sending = { readonly key: number; readonly name: string; readonly failed: boolean };
/** A list or menu that is open over the page. */
export type Open =
  | { readonly kind: 'menu'; readonly message: string }
  | {
      readonly kind: 'select';
      readonly message: string;
      readonly customId: string;
      readonly chosen: readonly string[];
    };
export type Violation = { readonly rule: string; readonly at: number };

export type State = {
  readonly status: 'connecting' | 'open' | 'lost';
  readonly view: View | undefined;
  /** Messages of the channel, oldest first. */
  readonly messages: readonly Posted[];
  /** Whether the channel has messages before these. */
  readonly older: boolean;
  readonly dismissed: ReadonlySet<string>;
  readonly sending: readonly Sending[];
  /** Buttons and lists that wait for the bot, as message and custom id. */
  readonly busy: ReadonlySet<string>;
  /** Messages on which something failed. */
  readonly failed: ReadonlySet<string>;
  readonly draft: Draft;
  /** Which entry of the list above the box, or of the open list, is marked. */
  readonly active: number;
  /** Whether the list above the box is shown. */
  readonly listed: boolean;
  /** What is wrong with the draft. */
  readonly fault: string | undefined;
  readonly open: Open | undefined;
  readonly form: Form | undefined;
  /** What is wrong with what was sent in the form. */
  readonly formFault: string | undefined;
  readonly violations: readonly Violation[];
  readonly traffic: readonly Traffic[];
  readonly panel: boolean;
  readonly places: boolean;
  readonly theme: 'dark' | 'light';
  /** Unix ms by the stand-in's clock. */
  readonly now: number;
  /** Read out to those who do not see the page. */
  readonly announced: string;
};

export type Store = ReturnType<typeof createStore>;

/** Holds the state of the page; `show` is called once after any number of changes of one turn. */
export function createStore(initial: State, show: (state: State) => void) {
  let state = initial;
  let due: Promise<void> | undefined;
  return {
    get: (): State => state,
    /** Changes some parts; resolves when the page shows it. */
    set: (change: Partial<State>): Promise<void> => {
      state = { ...state, ...change };
      due ??= Promise.resolve().then(() => {
        due = undefined;
        show(state);
      });
      return due;
    },
  };
}

export const emptyDraft: Draft = { kind: 'text', text: '' };

/** What the page shows before it has heard from the stand-in. */
export const initialState: Omit<State, 'theme'> = {
  status: 'connecting',
  view: undefined,
  messages: [],
  older: false,
  dismissed: new Set(),
  sending: [],
  busy: new Set(),
  failed: new Set(),
  draft: emptyDraft,
  active: 0,
  listed: false,
  fault: undefined,
  open: undefined,
  form: undefined,
  formFault: undefined,
  violations: [],
  traffic: [],
  panel: false,
  places: false,
  now: Date.now(),
  announced: '',
};
