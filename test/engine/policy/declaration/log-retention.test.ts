import { expect, test } from '@jest/globals';
import { keptFrom } from '../../../../src/engine/policy/declaration/log-retention.ts';

test.each([
  ['2026-06-15', '2019-06-01'],
  ['2026-06-01', '2019-06-01'],
  ['2026-01-31', '2019-01-01'],
  ['2024-02-29', '2017-02-01'],
  ['0008-12-31', '0001-12-01'],
])('on %s, seven years keep the months from %s on', (today, first) => {
  expect(keptFrom({ years: 7 }, today)).toBe(first);
});
