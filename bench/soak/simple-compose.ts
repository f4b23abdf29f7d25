import type { Composed, Composing } from '../../src/core/posting.ts';
import { customId } from '../../src/discord/custom-id.ts';
import type { Bulletin } from '../../src/discord/digest/poster.ts';
import { button, rowsOf } from '../../src/discord/render/buttons.ts';

/** A message that says which digest, day and part it is, and bears its mark. */
export async function simpleCompose({ part, settings, date, mark }: Composing): Promise<Composed<Bulletin>> {
  const description = [settings.id, date, part].join(' ');
  const components = rowsOf([button('Ask', customId('digest-ask', mark))]);
  return { message: { title: date, reply: { embeds: [{ description }], components } }, shown: [description] };
}
