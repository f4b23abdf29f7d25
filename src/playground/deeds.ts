import type { Check, Json } from './form.ts';
import { choicesForm, EPHEMERAL, messageForms } from './limits.ts';
import type { Posted } from './messages.ts';
import { modalForm } from './modal-form.ts';
import type { Place } from './world.ts';

/** Interaction types, and the callback types that each may be answered with (interactions/receiving-and-responding). */
export const INTERACTION = { command: 2, component: 3, autocomplete: 4, modalSubmit: 5 } as const;
export const CALLBACK = { reply: 4, defer: 5, deferUpdate: 6, update: 7, choices: 8, modal: 9 } as const;
const ANSWERS: Readonly<Record<number, readonly number[]>> = {
  [INTERACTION.command]: [4, 5, 9],
  [INTERACTION.component]: [4, 5, 6, 7, 9],
  [INTERACTION.autocomplete]: [8],
  [INTERACTION.modalSubmit]: [4, 5, 6, 7],
};

/** Something a person does: its Discord type and data, with the message it was done on. */
export type Deed = {
  readonly type: number;
  readonly place: Place;
  readonly data: Json;
  readonly on?: Posted;
  readonly choicesOf?: 'string' | 'number';
};

/** Whether a message asks to be seen by one person only. */
export function isPrivate(body: Json): boolean {
  return (Number(body['flags'] ?? 0) & EPHEMERAL) !== 0;
}

/** The callback types that may answer. A form that was not opened from a message has no message to change. */
export function answersTo({ type, on }: Deed): readonly number[] {
  const all = ANSWERS[type] ?? [];
  return on ? all : all.filter((each) => each !== CALLBACK.deferUpdate && each !== CALLBACK.update);
}

/** What Discord refuses in the data of an answer, by its callback type. */
export function formOf(deed: Deed, type: number): Check {
  switch (type) {
    case CALLBACK.reply:
      return messageForms.reply;
    case CALLBACK.defer:
      return messageForms.defer;
    case CALLBACK.update:
      return messageForms.edit;
    case CALLBACK.choices:
      return choicesForm(deed.choicesOf ?? 'string');
    case CALLBACK.modal:
      return modalForm;
    default:
      return () => [];
  }
}
