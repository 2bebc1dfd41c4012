import { expect, test } from '@jest/globals';
import { keptFrom, logRetention } from '../../../../src/town/policy/rules/log-retention.ts';

test('clause rights: the log has a retention with its authority', () => {
  expect(logRetention).toMatchObject({ years: 7, clause: 'rights', authority: expect.stringMatching(/ Act$/) });
});

test.each([
  ['2026-06-15', '2019-06-01'],
  ['2026-06-01', '2019-06-01'],
  ['2026-01-31', '2019-01-01'],
  ['2024-02-29', '2017-02-01'],
  ['0008-12-31', '0001-12-01'],
])('on %s, months from %s on are kept', (today, first) => {
  expect(keptFrom(today)).toBe(first);
});
