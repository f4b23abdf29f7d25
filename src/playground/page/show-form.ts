import { html, nothing, type TemplateResult } from 'lit';
import { isJson, type Json, objects } from '../form.ts';
import type { Actions } from './actions.ts';
import { showUnknown } from './show-components.ts';
import type { State, Store } from './state.ts';
import { textOf } from './text-of.ts';
import { whenShown } from './when-shown.ts';

/** Component types of a form: 1 row, 3 list, 4 text, 10 words, 18 a field with its label. */
const TYPE = { row: 1, select: 3, input: 4, words: 10, label: 18 } as const;
const PARAGRAPH = 2;

/** The form that the bot has opened, in front of everything else. */
export function showForm(state: State, actions: Actions, store: Store): TemplateResult | typeof nothing {
  const { form, view, formFault: fault } = state;
  if (!form) return nothing;
  const close = () => store.set({ form: undefined, formFault: undefined });
  const send = async (event: SubmitEvent) => {
    event.preventDefault();
    const fields = new FormData(event.target as HTMLFormElement);
    const values = Object.fromEntries([...fields].map(([name, value]) => [name, textOf(value)]));
    const refusal = await actions.submit(values);
    await store.set({ formFault: refusal });
  };
  return html`<dialog aria-labelledby="form-title" ${whenShown(openDialog)} @close=${close}>
    <form @submit=${send}>
      <h2 id="form-title">${form.title}</h2>
      <p class="note">This form goes to ${view?.botName ?? 'the bot'}.</p>
      ${form.components.map((component) => showField(component))}
      ${fault === undefined ? nothing : html`<p class="fault" role="alert">${fault}</p>`}
      <div class="buttons">
        <button type="button" class="button plain" @click=${close}>Cancel</button>
        <button type="submit" class="button primary">Submit</button>
      </div>
    </form>
  </dialog>`;
}

function openDialog(element: HTMLElement): void {
  if (element instanceof HTMLDialogElement && !element.open) element.showModal();
}

function showField(component: Json): TemplateResult | typeof nothing {
  switch (component['type']) {
    case TYPE.row:
      return html`${objects(component['components']).map((input) => showInput(input, { label: input['label'] }))}`;
    case TYPE.label:
      return isJson(component['component']) ? showInput(component['component'], component) : nothing;
    case TYPE.words:
      return html`<p>${String(component['content'])}</p>`;
    default:
      return nothing;
  }
}

function showInput(input: Json, { label, description }: Json): TemplateResult {
  const required = input['required'] !== false;
  return html`<label class="field">
    <span>${textOf(label)}${required ? html`<span class="star" aria-hidden="true"> *</span>` : nothing}</span>
    ${typeof description === 'string' ? html`<small>${description}</small>` : nothing}
    ${showControl(input, required)}
  </label>`;
}

function showControl(input: Json, required: boolean): TemplateResult {
  if (input['type'] === TYPE.select) return showList(input, required);
  return input['type'] === TYPE.input ? showText(input, required) : showUnknown(input);
}

function showText(input: Json, required: boolean): TemplateResult {
  const { custom_id: name, placeholder, value, min_length: least, max_length: most } = input;
  const shared = {
    name: String(name),
    place: textOf(placeholder),
    least: Number(least ?? 0),
    most: Number(most ?? 4000),
  };
  return input['style'] === PARAGRAPH
    ? html`<textarea
        name=${shared.name}
        rows="4"
        minlength=${shared.least}
        maxlength=${shared.most}
        placeholder=${shared.place}
        ?required=${required}
        .defaultValue=${textOf(value)}
      ></textarea>`
    : html`<input
        type="text"
        name=${shared.name}
        minlength=${shared.least}
        maxlength=${shared.most}
        placeholder=${shared.place}
        ?required=${required}
        .defaultValue=${textOf(value)}
      />`;
}

function showList(input: Json, required: boolean): TemplateResult {
  return html`<select name=${String(input['custom_id'])} ?required=${required}>
    ${objects(input['options']).map(
      (option) =>
        html`<option value=${String(option['value'])} ?selected=${option['default'] === true}>${String(option['label'])}</option>`,
    )}
  </select>`;
}
