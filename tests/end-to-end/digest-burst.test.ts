import { expect, test } from 'vitest';
import { soakBurst } from '../../bench/soak/burst.ts';

test('many digests of one minute go out within Discord’s limits, none lost and none doubled, while some requests fail', async () => {
  const report = await soakBurst({ digests: 150, seed: 5 });
  expect(report).toMatchObject({ once: 150, doubled: 0, missing: 0, sentRows: 150, passedLimits: 0 });
  expect(Object.keys(report.injected).length).toBeGreaterThan(1);
}, 60_000);
