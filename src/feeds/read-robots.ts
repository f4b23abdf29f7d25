import robots from 'robots-parser';

/** Whether a robots.txt lets a program read an address, and the seconds it wants between two requests. */
export type RobotsReading = { readonly allowed: boolean; readonly delay: number };

// The package exports the function itself, though its types say that it is a property.
const robotsParser = robots as unknown as typeof robots.default;

/** Reads a robots.txt for one address of its server; `agent` is the program's name. */
export function readRobots({
  text,
  url,
  agent,
}: {
  readonly text: string;
  readonly url: string;
  readonly agent: string;
}): RobotsReading {
  const rules = robotsParser(new URL('/robots.txt', url).href, text);
  const delay = rules.getCrawlDelay(agent) ?? 0;
  return { allowed: rules.isAllowed(url, agent) !== false, delay: delay > 0 ? delay : 0 };
}
