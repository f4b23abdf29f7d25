import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as turn, setTimeout as wait } from 'node:timers/promises';
import { pino } from 'pino';
import { SHARED } from '../../src/core/scope.ts';
import { openConverter } from '../../src/open-converter.ts';
import { openLiveDesks } from '../../src/open-desk.ts';

const SYLLABLES = ['ka', 'mo', 'zu', 'pi', 'no', 'tu', 'va', 'gi', 'lo', 'xa'];
/** A coined name for each file, so that it has a question which it alone answers; none ends as an English word is inflected. */
const nameOf = (at: number) =>
  `Qu${Array.from(String(at).padStart(4, '0'), (digit) => SYLLABLES[Number(digit)]).join('')}`;
const textOf = (at: number, version: number) =>
  `# Report ${at}\n\nThe harbour of ${nameOf(at)} is ${1000 + version} metres deep.\n\nBoats of ${nameOf(at)} fish in spring.\n`;

/**
 * Rewrites `files` files at once, `rounds` times, and asks on all the while: each answer has to be the old depth or the new
 * one. Gives how many questions were asked, which answers were neither, what was not up to date in the end, and megabytes
 * of heap after each round.
 */
export async function soakReload({ files, rounds }: { readonly files: number; readonly rounds: number }) {
  const folder = await mkdtemp(join(tmpdir(), 'attache-reload-'));
  const data = await mkdtemp(join(tmpdir(), 'attache-reload-data-'));
  const log = pino({ level: 'silent' });
  const write = (version: number) =>
    Promise.all(Array.from({ length: files }, (_, at) => writeFile(join(folder, `${at}.md`), textOf(at, version))));
  await write(0);
  const converter = await openConverter({ data, log });
  const { desks, close } = await openLiveDesks({ ...converter, knowledge: folder, data, log, analysis: 'none' });
  const depthOf = (at: number): number => {
    const answer = desks.deskFor(SHARED).ask({ question: `how deep is the harbour of ${nameOf(at)}?` });
    const text = answer.outcome === 'found' ? (answer.quotations[0]?.text ?? '') : '';
    return text.includes(nameOf(at)) ? Number(/\d+/u.exec(text)?.[0]) - 1000 : Number.NaN;
  };
  const wrong: string[] = [];
  const heap: number[] = [];
  const seconds: number[] = [];
  let asked = 0;
  try {
    for (let round = 1; round <= rounds; round++) {
      const writing = write(round);
      const written = writing.then(() => performance.now());
      for (let seen = 0, at = asked % files; seen < files; at = (at + 1) % files) {
        const depth = depthOf(at);
        asked += 1;
        if (depth !== round && depth !== round - 1) wrong.push(`${at}: ${depth} in round ${round}`);
        // Every file in a row that is new ends the round; one that is not begins the row anew, a little later.
        seen = depth === round ? seen + 1 : 0;
        await (depth === round ? turn() : wait(5));
      }
      seconds.push(Math.round((performance.now() - (await written)) / 100) / 10);
      globalThis.gc?.();
      heap.push(Math.round(process.memoryUsage().heapUsed / 2 ** 20));
    }
    const late = Array.from({ length: files }, (_, at) => at).filter((at) => depthOf(at) !== rounds);
    return { files, rounds, asked, wrong, late, seconds, heap };
  } finally {
    await close();
    await converter.close();
    await Promise.all([folder, data].map((made) => rm(made, { recursive: true, force: true })));
  }
}
