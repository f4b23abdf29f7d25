/** A line such as `/compare japan "south korea" topic:nato`, taken apart. */
export type PromptLine = {
  /** Without the slash; `undefined` where the line is a question alone. */
  readonly command: string | undefined;
  /** Everything after the command, save the topic. */
  readonly rest: string;
  readonly topic: string | undefined;
};

const QUOTED = /["“”„]([^"“”„]*)["“”]|([^\s]+)/gu;

/** Takes a line apart; what follows `topic:` is the topic, to the end of the line. */
export function readLine(typed: string): PromptLine {
  const [, command, all = ''] = /^\/(\S*)\s*(.*)$/su.exec(typed) ?? [];
  if (command === undefined) return { command, rest: typed, topic: undefined };
  const [, before, topic] = /^(.*?)(?:^|\s)topic:\s*(.+)$/su.exec(all) ?? [];
  return {
    command: command.toLowerCase(),
    rest: (before ?? all).trim(),
    topic: topic === undefined ? undefined : unquoted(topic),
  };
}

/** Names one after the other: separated by commas, or by spaces with quotation marks around longer ones. */
export function namesIn(rest: string): string[] {
  const names = rest.includes(',')
    ? rest.split(',').map(unquoted)
    : [...rest.matchAll(QUOTED)].map(([, quoted, word]) => (quoted ?? word ?? '').trim());
  return names.filter((name) => name !== '');
}

/** A name without the quotation marks around it. */
export function unquoted(name: string): string {
  return name
    .trim()
    .replace(/^["“„](.*)["“”]$/su, '$1')
    .trim();
}
