import { join } from 'node:path';
import { parseTopics, type Topic } from './analysis/topics.ts';
import { shippedKnowledge } from './config.ts';
import type { DocumentFault } from './core/document.ts';
import { readSettings } from './read-settings.ts';

const TOPICS = 'topics.yaml';

/** All topics: the file that ships, and the folder's own file, which adds topics, and words to those that there are. */
export async function openTopics(knowledge: string): Promise<{ topics: Topic[]; faults: DocumentFault[] }> {
  const paths = [...new Set([join(shippedKnowledge, TOPICS), join(knowledge, TOPICS)])];
  const texts = await Promise.all(paths.map(readSettings));
  const unreadable = texts.flatMap(({ fault }) => fault ?? []);
  const files = texts.flatMap(({ path, text }) => (text === undefined ? [] : parseTopics(text, path)));
  const topics = new Map<string, Topic>();
  for (const { key, name, words } of files.flatMap((file) => file.topics)) {
    const before = topics.get(key)?.words ?? [];
    topics.set(key, { key, name, words: [...new Set([...before, ...words])] });
  }
  const faults = files.flatMap((file) => file.faults);
  return {
    topics: [...topics.values()],
    faults: [
      ...unreadable,
      ...faults.map(({ line, cause, ...rest }) => ({ ...rest, cause: `Line ${line}: ${cause}` })),
    ],
  };
}
