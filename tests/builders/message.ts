import type { Reaction } from '../../src/playground/interactions.ts';

type Component = {
  readonly type: number;
  readonly custom_id: string;
  readonly label?: string;
  readonly placeholder?: string;
  readonly disabled?: boolean;
  readonly options?: readonly { readonly label: string; readonly value: string }[];
};

/** A message of the stand-in as its reader sees it. */
export type Seen = ReturnType<typeof messageOf>;

/** The message that came of what somebody did. */
export function messageOf(reaction: Reaction) {
  if (!('posted' in reaction)) throw new Error(`There is no message: ${JSON.stringify(reaction)}`);
  const { message, visibleTo } = reaction.posted;
  const [embed] = message.embeds as {
    title?: string;
    description?: string;
    footer?: { text: string };
    fields?: { name: string; value: string }[];
  }[];
  const fields = embed?.fields ?? [];
  return {
    id: message.id,
    outcome: reaction.outcome,
    private: visibleTo !== undefined,
    title: embed?.title ?? '',
    text: [embed?.description, ...fields.flatMap(({ name, value }) => [name, value])].join('\n'),
    components: message.components.flatMap(({ components }) => components as Component[]),
    files: message.attachments as readonly { filename: string; description?: string; size: number; url: string }[],
  };
}

/** The custom id of a button by its label, or of a list by what stands in it. */
export function idOf({ components }: Seen, label: string): string {
  const found = components.find((component) => component.label === label || component.placeholder === label);
  return found?.custom_id ?? `no ${label}`;
}

/** The value of an option of a list by its label. */
export function valueOf({ components }: Seen, label: string): string {
  const options = components.flatMap((component) => component.options ?? []);
  return options.find((option) => option.label === label)?.value ?? `no ${label}`;
}
