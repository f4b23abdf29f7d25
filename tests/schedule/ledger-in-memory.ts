import type { Delivery, DeliveryKey } from '../../src/core/delivery.ts';
import type { DigestSettings } from '../../src/core/digest-settings.ts';
import type { Storage } from '../../src/core/storage.ts';

/** Digests and their ledger as maps, for years of deliveries at once: the real ones are written to a disk. */
export function ledgerInMemory(digests: readonly DigestSettings[]): Pick<Storage, 'digests' | 'deliveries'> {
  const settings = new Map(digests.map((digest) => [digest.id, digest]));
  const rows = new Map<string, Map<string, Delivery>>();
  const keyOf = ({ date, part }: DeliveryKey) => `${date} ${part}`;
  const rowsOf = (digest: string) => rows.get(digest) ?? new Map<string, Delivery>();
  const put = (row: Delivery) => void rows.set(row.digest, rowsOf(row.digest).set(keyOf(row), row));
  const open = new Set<Delivery>();
  const latest = new Map<string, string>();

  return {
    digests: {
      put: async (digest) => void settings.set(digest.id, digest),
      find: async (id) => settings.get(id),
      list: async () => [...settings.values()],
      remove: async (id) => settings.delete(id),
    },
    deliveries: {
      async claim({ digest, date, part, dueAt }, { owner, now }) {
        const before = rowsOf(digest).get(`${date} ${part}`);
        if (before) return { outcome: 'taken', delivery: before };
        const key = { digest, date, part, id: `${digest} ${date} ${part}` };
        const row: Delivery = { ...key, dueAt, state: 'claimed', claimedAt: now, owner, attempts: 1, shown: [] };
        put(row);
        open.add(row);
        latest.set(digest, keyOf(row));
        return { outcome: 'claimed', delivery: row, again: false };
      },
      async end(key, _owner, end) {
        const row = rowsOf(key.digest).get(keyOf(key));
        if (!row) return false;
        open.delete(row);
        put({ ...row, ...end });
        return true;
      },
      find: async (key) => rowsOf(key.digest).get(keyOf(key)),
      // Days come in their order, and whoever asks wants the last of them.
      list: async (digest) => [rowsOf(digest).get(latest.get(digest) ?? '')].filter((row) => row !== undefined),
      open: async () => [...open],
    },
  };
}
