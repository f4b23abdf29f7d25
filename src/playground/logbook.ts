import type { Exchange } from './rest.ts';
import type { Watch } from './watch.ts';

const MOST = 1000;

export type Logbook = ReturnType<typeof createLogbook>;

/** What the bot has asked and done wrong of late, up to 1,000 each. */
export function createLogbook(watch: Watch) {
  const exchanges: Exchange[] = [];
  const violations: string[] = [];

  return {
    exchanges: exchanges as readonly Exchange[],
    violations: violations as readonly string[],
    keep(exchange: Exchange): void {
      keepLast(exchanges, exchange);
      watch.tell({ kind: 'exchange', exchange });
    },
    /** Notes what Discord would refuse or not show; `where` is the method and path of a request, or 'gateway'. */
    violate(where: string, rule: string): void {
      keepLast(violations, `${where}: ${rule}`);
      watch.tell({ kind: 'violation', where, rule });
    },
  };
}

function keepLast<Item>(items: Item[], item: Item): void {
  items.push(item);
  if (items.length > MOST) items.shift();
}
