import { expect, test } from '@jest/globals';
import { logRetention } from '../../../../src/town/policy/rules/log-retention.ts';

test('clause rights: the log has a retention with its authority', () => {
  expect(logRetention).toMatchObject({ years: 7, clause: 'rights', authority: expect.stringMatching(/ Act$/) });
});
