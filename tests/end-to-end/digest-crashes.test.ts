import { expect, test } from 'vitest';
import { soakCrashes } from '../../bench/soak/crashes.ts';

test('a bot that is killed again and again while it posts digests posts each once for its local day', async () => {
  const report = await soakCrashes({ kills: 5, seed: 11 });
  expect(report).toMatchObject({
    kills: 5,
    messages: report.expected,
    rows: report.expected,
    doubled: [],
    missing: [],
    notSent: [],
  });
  expect(report.whileSending).toBeGreaterThan(0);
}, 60_000);
