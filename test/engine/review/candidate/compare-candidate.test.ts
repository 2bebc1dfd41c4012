import { expect, test } from '@jest/globals';
import { pino } from 'pino';
import type { Policy } from '../../../../src/engine/policy/declaration/policy.ts';
import { createComparison } from '../../../../src/engine/review/candidate/compare-candidate.ts';
import { buildSchema } from '../../../../src/server/spine/document/build-schema.ts';
import { club } from '../../club/club.ts';
import { clubPolicy } from '../../club/policy.ts';

test('a candidate that does not fit the schema is refused', () => {
  const { schema, markings } = buildSchema(club);
  const [first, ...rootFields] = clubPolicy.rootFields;
  const compareWith = (policy: Policy) => () => createComparison(schema, markings, policy, pino({ level: 'silent' }));
  expect(compareWith(clubPolicy)).not.toThrow();
  expect(compareWith({ ...clubPolicy, rootFields })).toThrow(
    expect.objectContaining({ code: 'POLICY_INVALID', message: expect.stringContaining(first!.fields[0]!) }),
  );
});
