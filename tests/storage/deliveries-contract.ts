import { describe, expect, onTestFinished, test } from 'vitest';
import type { DeliveryKey } from '../../src/core/delivery.ts';
import type { Storage } from '../../src/core/storage.ts';
import { digestOf } from '../builders/stored.ts';

export type Subject = {
  /** A new and empty storage. */
  readonly open: () => Promise<Storage>;
  /** A second handle on the storage opened last, as another process has it; absent where there can be none. */
  readonly another?: () => Promise<Storage>;
  /** Reads what `backup` wrote. */
  readonly restore: (path: string) => Promise<Storage>;
};

const first: DeliveryKey = { digest: 'digest-00001', date: '2026-12-01', part: 'digest' };
const LEASE = 60_000;

/** What every implementation's ledger must do. */
export function deliveriesContract(name: string, { open, another }: Subject): void {
  /** A storage with one digest, and claims of its first delivery. */
  const ledger = async () => {
    const { digests, deliveries, close } = await open();
    onTestFinished(close);
    await digests.put(digestOf());
    const claim = (owner: string, now: number, key = first) =>
      deliveries.claim({ ...key, dueAt: 500 }, { owner, now, leaseMs: LEASE });
    return { digests, deliveries, claim };
  };

  describe(`${name}: deliveries`, () => {
    test('the first to claim a delivery has it, and everybody else is told who', async () => {
      const { deliveries, claim } = await ledger();
      const delivery = {
        ...first,
        id: expect.stringMatching(/^[\w-]{12}$/u),
        state: 'claimed',
        dueAt: 500,
        claimedAt: 1000,
        owner: 'a',
        attempts: 1,
        shown: [],
      };
      expect(await claim('a', 1000)).toEqual({ outcome: 'claimed', delivery, again: false });
      expect(await claim('b', 1001)).toEqual({ outcome: 'taken', delivery });
      expect(await claim('a', 1001)).toEqual({ outcome: 'taken', delivery });
      expect(await deliveries.find(first)).toEqual(delivery);
    });

    test('its mark follows from digest, day and part alone', async () => {
      const ids = async () => {
        const { claim } = await ledger();
        const keys = [
          first,
          { ...first, date: '2026-12-02' },
          { ...first, part: 'unanswered' as const },
          { ...first, part: 'notice' as const },
        ];
        return Promise.all(keys.map(async (key) => (await claim('a', 1, key)).delivery.id));
      };
      const marks = await ids();
      expect(new Set(marks).size).toBe(4);
      expect(await ids()).toEqual(marks);
    });

    test.each([
      ['sent', { state: 'sent', sentAt: 1500, message: 'm1', shown: ['p1', 'p2'] }, 10_000_000, 'taken'],
      ['skipped', { state: 'skipped', reason: 'nothing to say' }, 10_000_000, 'taken'],
      ['failed for good', { state: 'failed', reason: 'channel deleted' }, 10_000_000, 'taken'],
      ['failed, before its next attempt', { state: 'failed', reason: '503', retryAt: 5000 }, 4999, 'taken'],
      ['failed, at its next attempt', { state: 'failed', reason: '503', retryAt: 5000 }, 5000, 'claimed'],
    ] as const)('one that is %s', async (_what, end, now, outcome) => {
      const { deliveries, claim } = await ledger();
      await claim('a', 1000);
      expect(await deliveries.end(first, 'a', end)).toBe(true);
      expect(await deliveries.find(first)).toMatchObject({ owner: 'a', attempts: 1, ...end });
      expect(await claim('b', now)).toMatchObject({ outcome });
    });

    test.each([
      ['failed for good', { state: 'failed', reason: 'channel deleted' }, 'claimed'],
      ['failed, before its next attempt', { state: 'failed', reason: '503', retryAt: 5000 }, 'claimed'],
      ['skipped', { state: 'skipped', reason: 'too late' }, 'claimed'],
      ['sent', { state: 'sent', sentAt: 1500, message: 'm1', shown: [] }, 'taken'],
      ['being sent', undefined, 'taken'],
    ] as const)('for somebody who wants it anyway, one that is %s', async (_what, end, outcome) => {
      const { deliveries, claim } = await ledger();
      await claim('a', 1000);
      if (end) await deliveries.end(first, 'a', end);
      const by = { owner: 'b', now: 1001, leaseMs: LEASE, anyway: true };
      expect(await deliveries.claim({ ...first, dueAt: 500 }, by)).toMatchObject({ outcome });
    });

    test('one whose owner was silent for the lease may have been sent, and is claimed by another', async () => {
      const { deliveries, claim } = await ledger();
      await claim('a', 1000);
      expect(await claim('b', 1000 + LEASE - 1)).toMatchObject({ outcome: 'taken' });
      expect(await claim('b', 1000 + LEASE)).toMatchObject({
        outcome: 'claimed',
        again: true,
        delivery: { owner: 'b', attempts: 2, claimedAt: 1000 + LEASE, dueAt: 500, state: 'claimed' },
      });
      const sent = { state: 'sent', sentAt: 2, message: 'm', shown: [] } as const;
      expect(await deliveries.end(first, 'a', sent)).toBe(false);
      expect(await deliveries.find(first)).toMatchObject({ state: 'claimed', owner: 'b' });
      expect(await deliveries.end(first, 'b', sent)).toBe(true);
      expect(await deliveries.end(first, 'b', { state: 'failed', reason: 'late' })).toBe(false);
    });

    test('one that is tried again carries nothing of the attempt before, and the channel is to be read', async () => {
      const { deliveries, claim } = await ledger();
      await claim('a', 1000);
      await deliveries.end(first, 'a', { state: 'failed', reason: '503', retryAt: 2000 });
      const { delivery, ...outcome } = await claim('a', 2000);
      expect(outcome).toEqual({ outcome: 'claimed', again: true });
      expect(delivery).not.toHaveProperty('reason');
      expect(delivery).not.toHaveProperty('retryAt');
    });

    test('rows are listed newest day first, and those that are not at an end are found', async () => {
      const { deliveries, claim } = await ledger();
      const day = (date: string, part: DeliveryKey['part'] = 'digest') => ({ ...first, date, part });
      for (const date of ['2026-12-03', '2026-12-01', '2026-12-02', '2026-11-30']) await claim('a', 1, day(date));
      await claim('a', 1, day('2026-12-03', 'unanswered'));
      await deliveries.end(day('2026-12-01'), 'a', { state: 'failed', reason: 'gone' });
      await deliveries.end(day('2026-12-02'), 'a', { state: 'failed', reason: '503', retryAt: 9 });
      await deliveries.end(day('2026-12-03'), 'a', { state: 'sent', sentAt: 2, message: 'm', shown: [] });
      const listed = await deliveries.list(first.digest, 3);
      expect(listed.map(({ date, part }) => `${date} ${part}`)).toEqual([
        '2026-12-03 digest',
        '2026-12-03 unanswered',
        '2026-12-02 digest',
      ]);
      expect(await deliveries.list('digest-00002', 3)).toEqual([]);
      const open = (await deliveries.open()).map(({ date, part }) => `${date} ${part}`).sort();
      expect(open).toEqual(['2026-11-30 digest', '2026-12-02 digest', '2026-12-03 unanswered']);
    });

    test('nothing of a digest that was removed can be claimed', async () => {
      const { digests, deliveries, claim } = await ledger();
      await digests.remove(first.digest);
      await expect(claim('a', 1)).rejects.toMatchObject({ code: 'digest-gone' });
      expect(await deliveries.open()).toEqual([]);
    });

    test.skipIf(!another)('of many who claim at once through two handles, one has it', async () => {
      const [here, there] = [await open(), (await another?.()) as Storage];
      onTestFinished(() => Promise.all([here.close(), there.close()]).then(() => {}));
      await here.digests.put(digestOf());
      const days = Array.from({ length: 20 }, (_, at) => `2026-12-${String(at + 1).padStart(2, '0')}`);
      for (const date of days) {
        const claims = Array.from({ length: 10 }, (_, at) =>
          (at % 2 === 0 ? here : there).deliveries.claim(
            { ...first, date, dueAt: 1 },
            { owner: `${at}`, now: 1, leaseMs: LEASE },
          ),
        );
        const outcomes = (await Promise.all(claims)).map(({ outcome }) => outcome);
        expect(outcomes.filter((outcome) => outcome === 'claimed')).toHaveLength(1);
      }
      expect(await there.deliveries.open()).toHaveLength(days.length);
    });
  });
}
