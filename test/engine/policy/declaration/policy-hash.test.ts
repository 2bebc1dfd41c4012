import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { policyHash } from '../../../../src/engine/policy/declaration/policy-hash.ts';
import { clubPolicy } from '../../club/policy.ts';
import { linesOf, type Policy } from '../../../../src/engine/policy/declaration/policy.ts';

// The oracle is another implementation of RFC 8785.
const expected = (policy: unknown): string => createHash('sha256').update(canonicalize(policy)!).digest('hex');

describe('the hash of a policy', () => {
  test('is SHA-256 of its canonical form', () => {
    expect(policyHash(clubPolicy)).toMatch(/^[\da-f]{64}$/);
    expect(policyHash(clubPolicy)).toBe(expected(linesOf(clubPolicy)));
  });

  test('is the same as the oracle’s for arrays, strings, members in any order, and undefined members', () => {
    const texts = fc.string({ unit: 'grapheme' });
    const { value } = fc.letrec((again) => ({
      value: fc.oneof(
        { depthSize: 'small' },
        texts,
        fc.constantFrom(null, true),
        fc.maxSafeInteger(),
        fc.array(again('value'), { maxLength: 4 }),
        fc.dictionary(texts, fc.oneof(again('value'), fc.constant(undefined)), { maxKeys: 5, noNullPrototype: true }),
      ),
    }));
    fc.assert(
      fc.property(fc.record({ grants: value, prohibitions: value, rootFields: value, budgets: value }), (policy) => {
        expect(policyHash(policy as unknown as Policy)).toBe(expected(policy));
      }),
      { seed: 5, numRuns: 300 },
    );
  });

  test('depends on the order of lines but not on the order of members', () => {
    const [first, ...rest] = clubPolicy.grants;
    const turned = Object.fromEntries(Object.entries(first!).toReversed()) as unknown as typeof first;
    const other = (grants: Policy['grants']): string => policyHash({ ...clubPolicy, grants });
    expect(other([turned!, ...rest])).toBe(policyHash(clubPolicy));
    expect(other([...rest, first!])).not.toBe(policyHash(clubPolicy));
    expect(other([{ ...first!, when: ['CLAIM_OPEN'] }, ...rest])).not.toBe(policyHash(clubPolicy));
  });
});
