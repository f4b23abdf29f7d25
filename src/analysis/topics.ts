import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';

/** A heading under which positions stand; `words` are single words or phrases, `*` at the end for any ending. */
export type Topic = { readonly key: string; readonly name: string; readonly words: readonly string[] };
/** A fault in a file of topics, with its line and what its owner can do. */
type TopicsFault = {
  readonly path: string;
  readonly line: number;
  readonly cause: string;
  readonly remedy: string;
};
export type TopicsFile = { readonly topics: readonly Topic[]; readonly faults: readonly TopicsFault[] };

const KEY = /^[\p{Ll}\p{N}]+(?:-[\p{Ll}\p{N}]+)*$/u;

/** Reads a `topics.yaml`: key -> { name, words }. Never throws: what is wrong is in `faults`, and the rest is usable. */
export function parseTopics(text: string, path: string): TopicsFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const topics: Topic[] = [];
  const faults: TopicsFault[] = [];
  const fault = (at: unknown, cause: string, remedy: string) => {
    const line = typeof at === 'number' ? at : lines.linePos((at as Node | null)?.range?.[0] ?? 0).line;
    faults.push({ path, line, cause, remedy });
  };
  const [error] = document.errors;
  if (error) {
    const cause = `It is not valid YAML: ${error.message.split(/ at line|\n/u)[0]}.`;
    fault(
      lines.linePos(error.pos[0]).line,
      cause,
      'Mend that line; indent with spaces, and quote text that holds ": " or " #".',
    );
    return { topics, faults };
  }
  if (document.contents === null) return { topics, faults };
  if (!isMap(document.contents)) {
    fault(document.contents, 'The file is no list of topics.', 'Write one “key: { name: …, words: […] }” a line.');
    return { topics, faults };
  }
  for (const { key: keyNode, value } of document.contents.items) {
    const key = String(isScalar(keyNode) ? keyNode.value : keyNode);
    const name: unknown = isMap(value) ? value.get('name') : undefined;
    const words = isMap(value) ? value.get('words', true) : undefined;
    const list = isSeq(words) ? words.items.map((item) => (isScalar(item) ? (item.source ?? '').trim() : '')) : [];
    if (!KEY.test(key))
      fault(keyNode, `“${key}” cannot be a key.`, 'Use small letters, digits and hyphens: human-rights.');
    else if (!isMap(value))
      fault(keyNode, `“${key}” has no name and words.`, 'Write { name: Nuclear weapons, words: [nuclear, warhead] }.');
    else if (typeof name !== 'string' || name.trim() === '')
      fault(value, `“${key}” has no name.`, 'Add name: and the heading to show.');
    else if (list.length === 0 || list.includes(''))
      fault(
        value,
        `The words of “${key}” are no list of words.`,
        'Write words in square brackets, separated by commas: [nuclear, warhead, arms control].',
      );
    else topics.push({ key, name: name.trim(), words: list });
    const unknown = isMap(value) ? value.items.find((item) => !/^(?:name|words)$/u.test(String(item.key))) : undefined;
    if (unknown)
      fault(unknown.key, `“${key}” has the unknown key “${String(unknown.key)}”.`, 'Keys are name and words.');
  }
  return { topics, faults };
}
