import type { Tagged } from './tagged.ts';
import type { Topic } from './topics.ts';

/** Which topic the words from an index on are about: a key of topics.yaml, or the position's own key noun. */
export type TopicFinder = (words: readonly Tagged[]) => (from: number) => string;

type Entry = { readonly topic: number; readonly rest: readonly string[] };

/** What stands before the verb says less of the topic than what follows it. */
const AFTER_VERB = 3;
const BEFORE_VERB = 1;
/** A phrase says more than a word. */
const PHRASE = 2;
const EMPTY = new Set(
  'thing things way ways part number year years time times country countries state states government region world issue issues point side sides step steps case fact question matter terms view member members january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday role level order basis place end day days month months week weeks people lot kind sort move measure measures'.split(
    ' ',
  ),
);

const prepared = new WeakMap<readonly Topic[], TopicFinder>();

/** The finder for these topics, prepared once. */
export function topicFinder(topics: readonly Topic[]): TopicFinder {
  let finder = prepared.get(topics);
  if (!finder) prepared.set(topics, (finder = createTopicFinder(topics)));
  return finder;
}

/** Prepares the topics; a word matches its plural and its usual endings, a word with `*` any ending. */
function createTopicFinder(topics: readonly Topic[]): TopicFinder {
  const whole = new Map<string, Entry[]>();
  const open: { readonly start: string; readonly entry: Entry }[] = [];
  topics.forEach(({ words }, topic) => {
    for (const word of words) {
      const [first = '', ...rest] = word.toLowerCase().split(/\s+/u);
      const entry = { topic, rest };
      if (first.endsWith('*')) open.push({ start: first.slice(0, -1), entry });
      else whole.set(stem(first), [...(whole.get(stem(first)) ?? []), entry]);
    }
  });
  const byWord = new Map<string, readonly Entry[]>();
  const entriesOf = (key: string): readonly Entry[] => {
    let found = byWord.get(key);
    if (!found) {
      found = [
        ...(whole.get(stem(key)) ?? []),
        ...open.filter(({ start }) => key.startsWith(start)).map(({ entry }) => entry),
      ];
      byWord.set(key, found);
    }
    return found;
  };

  return (words) => {
    const flat = words.flatMap((word, at) =>
      word.kind === 'mark' ? [] : word.key.split(/[\s‐‑-]+/u).map((key) => ({ key, at })),
    );
    const hits = flat.flatMap(({ key, at }, index) =>
      entriesOf(key)
        .filter(({ rest }) => rest.every((word, offset) => matches(word, flat[index + 1 + offset]?.key ?? '')))
        .map(({ topic, rest }) => ({ topic, at, weight: rest.length > 0 ? PHRASE : 1 })),
    );
    return (from) => {
      const scores = new Map<number, number>();
      for (const { topic, at, weight } of hits)
        scores.set(topic, (scores.get(topic) ?? 0) + weight * (at >= from ? AFTER_VERB : BEFORE_VERB));
      const [best] = [...scores].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
      return (best && topics[best[0]]?.key) ?? keyNoun(words, from);
    };
  };
}

function matches(word: string, key: string): boolean {
  return word.endsWith('*') ? key.startsWith(word.slice(0, -1)) : stem(word) === stem(key);
}

/** Takes the endings of plurals and verbs away. */
function stem(word: string): string {
  const bare = word.replace(/['’]s?$/u, '');
  if (bare.length <= 4) return bare.replace(/(?<=[^s])s$/u, '');
  return bare
    .replace(/ies$/u, 'y')
    .replace(/(?<=s|x|z|ch|sh)es$/u, '')
    .replace(/(?<=[^su])s$/u, '')
    .replace(/(?<=.{3})(?:ing|ed)$/u, '')
    .replace(/e$/u, '');
}

/** The head of the first noun phrase after the verb, else of any. */
function keyNoun(words: readonly Tagged[], from: number): string {
  const nouns = words
    .map((word, at) => ({ word, at }))
    .filter(({ word }) => word.tag === 'noun' && word.key.length > 2 && !EMPTY.has(word.key));
  const after = nouns.filter(({ at }) => at > from);
  const head = after.find(({ at }) => words[at + 1]?.tag !== 'noun') ?? after[0] ?? nouns[0];
  const name = words.find(({ kind }, at) => kind === 'name' && at > from)?.key;
  return (head?.word.key ?? name ?? 'statement').replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '').replace(/\s+/gu, '-');
}
