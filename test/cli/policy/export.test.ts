import { expect, test } from '@jest/globals';
import { parsePolicy } from '../../../src/engine/review/parse-policy.ts';
import { policyHash } from '../../../src/engine/policy/declaration/policy-hash.ts';
import { policyInForce } from '../../../src/town/policy/policy.ts';
import { runPrivacy } from '../../helpers/processes/run-privacy.ts';

test('export prints the policy in force, identically each time, in a form that can be parsed back', async () => {
  const { code, stdout, stderr } = await runPrivacy(['export']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect((await runPrivacy(['export'])).stdout).toBe(stdout);
  const policy = parsePolicy(policyInForce.vocabulary, JSON.parse(stdout));
  expect(policy).toEqual(policyInForce);
  expect(policyHash(policy)).toBe(policyHash(policyInForce));
});
