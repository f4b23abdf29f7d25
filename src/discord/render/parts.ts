const BETWEEN = ' · ';

/** Parts on a line of at most `budget` code units: the first always, each other one as far as it finds room. */
export function joinWithin([first = '', ...others]: readonly string[], budget: number): string {
  let line = first;
  for (const part of others) if (line.length + BETWEEN.length + part.length <= budget) line += BETWEEN + part;
  return line;
}
