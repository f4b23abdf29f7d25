import type { Delivery, DeliveryPart, DeliveryState } from '../core/delivery.ts';
import type { Storage } from '../core/storage.ts';
import { UserError } from '../core/user-error.ts';
import type { Database } from './database.ts';
import { deliveryId } from './delivery-id.ts';

type Row = {
  digest: string;
  date: string;
  part: DeliveryPart;
  id: string;
  state: DeliveryState;
  due_at: number;
  claimed_at: number;
  owner: string;
  attempts: number;
  retry_at: number | null;
  sent_at: number | null;
  message: string | null;
  reason: string | null;
  shown: string;
};

/** The ledger: one row for each part of a digest and local day. */
export function createDeliveries({ run, transaction }: Database): Storage['deliveries'] {
  return {
    claim: ({ digest, date, part, dueAt }, { owner, now, leaseMs, anyway = false }) =>
      transaction((sql) => {
        const select = () =>
          sql.get`SELECT * FROM deliveries WHERE digest = ${digest} AND date = ${date} AND part = ${part}` as
            | Row
            | undefined;
        const before = select();
        if (before && !isFree(fromRow(before), now, leaseMs, anyway))
          return { outcome: 'taken', delivery: fromRow(before) };
        if (!before && !sql.get`SELECT id FROM digests WHERE id = ${digest}`) {
          throw new UserError('digest-gone', 'This digest was removed, so that nothing of it is posted any more.');
        }
        sql.run`INSERT INTO deliveries (digest, date, part, id, state, due_at, claimed_at, owner, attempts, shown)
          VALUES (${digest}, ${date}, ${part}, ${deliveryId({ digest, date, part })}, 'claimed', ${dueAt}, ${now}, ${owner}, 1, '[]')
          ON CONFLICT (digest, date, part) DO UPDATE SET state = 'claimed', claimed_at = excluded.claimed_at,
            owner = excluded.owner, attempts = attempts + 1, retry_at = NULL, reason = NULL`;
        // A failure may have come after Discord took the message, so every claim but the first has to look.
        return { outcome: 'claimed', delivery: fromRow(select() as Row), again: before !== undefined };
      }),
    end: ({ digest, date, part }, owner, end) =>
      run((sql) => {
        const sent = end.state === 'sent' ? end : undefined;
        const reason = end.state === 'sent' ? null : end.reason;
        const retryAt = end.state === 'failed' ? (end.retryAt ?? null) : null;
        const changed = sql.run`UPDATE deliveries SET state = ${end.state}, reason = ${reason}, retry_at = ${retryAt},
            sent_at = ${sent?.sentAt ?? null}, message = ${sent?.message ?? null}, shown = ${JSON.stringify(sent?.shown ?? [])}
          WHERE digest = ${digest} AND date = ${date} AND part = ${part} AND state = 'claimed' AND owner = ${owner}`;
        return changed === 1;
      }),
    find: ({ digest, date, part }) =>
      run((sql) => {
        const row = sql.get`SELECT * FROM deliveries WHERE digest = ${digest} AND date = ${date} AND part = ${part}`;
        return row && fromRow(row as Row);
      }),
    list: (digest, most) =>
      run((sql) =>
        (
          sql.all`SELECT * FROM deliveries WHERE digest = ${digest} ORDER BY date DESC, part LIMIT ${most}` as Row[]
        ).map(fromRow),
      ),
    open: () =>
      run((sql) =>
        (
          sql.all`SELECT * FROM deliveries
            WHERE state = 'claimed' OR (state = 'failed' AND retry_at IS NOT NULL) ORDER BY due_at, id` as Row[]
        ).map(fromRow),
      ),
  };
}

function isFree({ state, retryAt, claimedAt }: Delivery, now: number, leaseMs: number, anyway: boolean): boolean {
  if (anyway && (state === 'failed' || state === 'skipped')) return true;
  if (state === 'failed') return retryAt !== undefined && retryAt <= now;
  return state === 'claimed' && claimedAt + leaseMs <= now;
}

function fromRow(row: Row): Delivery {
  const { due_at, claimed_at, retry_at, sent_at, message, reason, shown, ...same } = row;
  return {
    ...same,
    dueAt: due_at,
    claimedAt: claimed_at,
    ...(retry_at === null ? {} : { retryAt: retry_at }),
    ...(sent_at === null ? {} : { sentAt: sent_at }),
    ...(message === null ? {} : { message }),
    ...(reason === null ? {} : { reason }),
    shown: JSON.parse(shown) as string[],
  };
}
