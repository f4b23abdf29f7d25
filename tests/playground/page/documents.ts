import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import type { Desk } from '../../../src/core/desk.ts';
import { openDesk } from '../../../src/open-desk.ts';

/** What a document may hold that a page must never take for anything but words. */
export const HOSTILE = [
  'The lighter Anna bears <img src=x onerror="document.title=1"> on her hull.',
  'On the lighter a [lantern](javascript:document.title=1) hangs, and @everyone reads **bold** and `code` on it.',
  'The lighter lies at <script>document.title="taken"</script> the pier with <@123456789012345678> and <:herring:123456789012345678> on board.',
] as const;

/** Files of a knowledge folder. */
export const FILES: Readonly<Record<string, string>> = {
  'tern-harbour.md': `---
title: The Tern Harbour plan
date: 2024-05-02
---
The oldest of the ferries was built in 1987. Tern Harbour keeps eleven of them.

Two ferries are out of service. They wait for a winch from the north.

The winch lifts nine tonnes. It came by rail.

Ferries to the islands leave at six. The last of the ferries is back at nine.

No ferry leaves in a storm. The harbour master decides whether the ferries stay.

The ferries cost two marks. Children pay nothing on the ferries.

The old lighthouse (灯台) was lit in 1871.
`,
  'lighter.txt': HOSTILE.join('\n\n'),
  'lights.md': `---
title: Lights of the northern sea
date: 2025-01-07
---
Iceland wants to build two lighthouses on its northern coast. It opposes a toll for lights.

Norway supports a toll for lights. Norway plans to close three lighthouses by 2030.
`,
};

/** A desk over three files, of which one is not to be trusted. */
export async function harbourDesk(): Promise<Desk> {
  const folder = await mkdtemp(join(tmpdir(), 'attache-page-'));
  await Promise.all(Object.entries(FILES).map(([name, text]) => writeFile(join(folder, name), text)));
  const log = pino({ level: 'silent' });
  const desk = await openDesk({ knowledge: folder, data: join(folder, 'data'), log, analysis: 'awaited' });
  await rm(folder, { recursive: true });
  return desk;
}
