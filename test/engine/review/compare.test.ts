import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readComparedMarkings } from '../../../src/cli/policy/diff/read-compared-markings.ts';
import type { SeeingChange } from '../../../src/engine/review/compare/compare/change.ts';
import { sentenceOf } from '../../../src/engine/review/compare/compare/sentence.ts';
import { compare } from '../../../src/engine/review/compare.ts';
import type { Condition, DataCategory, Purpose, Relationship, Role } from '../../../src/engine/register.ts';
import { allCategories, allConditions, allPurposes, allRelationships, allRoles, vocabulary } from '../club/vocabulary.ts';
import { decide } from '../../../src/engine/policy/decision/decide.ts';
import { clubPolicy } from '../club/policy.ts';
import type { Policy } from '../../../src/engine/policy/declaration/policy.ts';
import { withGrant, withProhibition } from '../club/changed-policy.ts';
import { clubSources } from '../club/club.ts';

const markings = readComparedMarkings(clubSources());
const sentences = (after: Policy, before: Policy = clubPolicy): string[] =>
  compare({ policy: before, markings }, { policy: after, markings }).map((change) => `${change.effect} ${sentenceOf(vocabulary, change)}`);

describe('what may be seen', () => {
  test('nothing changes between a policy and itself', () => {
    expect(sentences(clubPolicy)).toEqual([]);
  });

  test('one more category in a grant gives one sentence, and the reverse hides it', () => {
    const wider = withGrant('desk-service', (grant) => ({ ...grant, categories: [...grant.categories, 'BIRTH_DATE'] }));
    expect(sentences(wider)).toEqual([
      'REVEALS A receptionist, for serving at the desk, may now see the birth date (Member.birthDate) of a member at the desk: line desk-service, clause access.',
    ]);
    expect(sentences(clubPolicy, wider)).toEqual([
      'HIDES A receptionist, for serving at the desk, may no longer see the birth date (Member.birthDate) of a member at the desk: line desk-service, clause access.',
    ]);
  });

  test('only the necessary conditions are named', () => {
    const { when, ...rest } = clubPolicy.grants.find(({ line }) => line === 'insurer-member')!;
    expect(when).toEqual(['CLAIM_OPEN']);
    expect(sentences(withGrant('insurer-member', () => rest))).toEqual([
      expect.stringMatching(/^REVEALS An insurer, .+ of a member of their squad unless the claim is open: /),
    ]);
    const unprotected = withProhibition('unlisted', ({ categories, ...line }) => ({
      ...line,
      categories: categories.filter((category) => category !== 'TELEPHONE'),
    }));
    expect(sentences(unprotected).filter((sentence) => sentence.includes('A coach, for') && sentence.includes('see'))).toEqual([
      'REVEALS A coach, for giving a lesson, may now see the telephone number (Member.phone, Member.mobilePhone) of a member whom they train while the member is unlisted unless the principal is the captain of the member’s team: line coach-lesson, clause coaching, which line unlisted no longer prohibits.',
    ]);
  });

  test('a category that no field holds is reported too', () => {
    const codes = withProhibition(
      'no-locker-codes',
      () => undefined,
      withGrant('coach-lesson', (grant) => ({ ...grant, categories: [...grant.categories, 'LOCKER_CODE'] })),
    );
    expect(sentences(codes)).toEqual([expect.stringMatching(/may now see the locker code \(no field holds it now\)/)]);
  });

  test('rewriting a line without changing its meaning changes nothing', () => {
    const other = withGrant('desk-service', (grant) => ({ ...grant, line: 'desk', categories: grant.categories.toReversed() }));
    expect(sentences(other)).toEqual([]);
  });

  test('words of an older policy that no longer exist are printed unchanged', () => {
    const older = withGrant('desk-service', (grant) => ({ ...grant, role: 'CLERK' as Role, categories: ['SHOE_SIZE' as DataCategory] }));
    expect(sentences(clubPolicy, older)).toContain(
      'HIDES CLERK, for serving at the desk, may no longer see the SHOE_SIZE (no field holds it now) of a member at the desk: line desk-service, clause access.',
    );
  });

  // The oracle asks the decision function about every set of the eight conditions.
  test('the comparison finds exactly the differing decisions over all combinations', () => {
    const holdings = Array.from(
      { length: 2 ** allConditions.length },
      (_, bits) => new Set(allConditions.filter((_condition, bit) => (bits >> bit) & 1)),
    );
    fc.assert(
      fc.property(anyPolicy, (after) => {
        const before = clubPolicy;
        const found = new Map<string, SeeingChange[]>();
        for (const change of compare({ policy: before, markings }, { policy: after, markings })) {
          if (change.kind !== 'SEEING') continue;
          for (const { category } of change.things) {
            const key = `${change.role} ${change.purpose} ${change.relationship} ${category}`;
            found.set(key, [...(found.get(key) ?? []), change]);
          }
        }
        const granted = new Set(
          [...before.grants, ...after.grants].flatMap(({ role, purpose, relationship, categories }) =>
            categories.map((category) => `${role} ${purpose} ${relationship} ${category}`),
          ),
        );
        for (const key of found.keys()) expect(granted).toContain(key);
        for (const key of granted) {
          const [role, purpose, relationship, category] = key.split(' ') as [Role, Purpose, Relationship, DataCategory];
          for (const holding of holdings) {
            const effectOf = (policy: Policy) => decide(policy, { role, purpose, relationship, category, holding }).effect;
            const [was, is] = [effectOf(before), effectOf(after)];
            const expected = was === is ? [] : [is === 'PERMIT' ? 'REVEALS' : 'HIDES'];
            const says = (found.get(key) ?? []).filter((change) => isHeld(change, holding)).map(({ effect }) => effect);
            if ([...new Set(says)].join() !== expected.join()) throw new Error(`${key} ${[...holding].join()}: ${says.join()}`);
          }
        }
      }),
      { seed: 3, numRuns: 25 },
    );
  });
});

function isHeld({ while: all, unless }: SeeingChange, holding: ReadonlySet<Condition>): boolean {
  return all.every((one) => holding.has(one as Condition)) && !unless.some((one) => holding.has(one as Condition));
}

/** The club’s policy, changed in a few places at random. */
const anyPolicy: fc.Arbitrary<Policy> = fc
  .record({
    dropped: fc.uniqueArray(fc.nat({ max: clubPolicy.grants.length - 1 }), { maxLength: 3 }),
    added: fc.array(
      fc.record({
        role: fc.constantFrom(...allRoles),
        purpose: fc.constantFrom(...allPurposes),
        relationship: fc.constantFrom(...allRelationships),
        categories: fc.uniqueArray(fc.constantFrom(...allCategories), { minLength: 1, maxLength: 4 }),
        when: fc.uniqueArray(fc.constantFrom(...allConditions), { maxLength: 3 }),
      }),
      { maxLength: 3 },
    ),
    conditions: fc.array(
      fc.tuple(fc.nat({ max: clubPolicy.grants.length - 1 }), fc.uniqueArray(fc.constantFrom(...allConditions), { maxLength: 3 })),
      {
        maxLength: 4,
      },
    ),
    freed: fc.uniqueArray(fc.nat({ max: clubPolicy.prohibitions.length - 1 }), { maxLength: 2 }),
    forbidden: fc.array(
      fc.record({
        categories: fc.uniqueArray(fc.constantFrom(...allCategories), { minLength: 1, maxLength: 3 }),
        when: fc.uniqueArray(fc.constantFrom(...allConditions), { maxLength: 2 }),
        unless: fc.record({ conditions: fc.uniqueArray(fc.constantFrom(...allConditions), { maxLength: 2 }) }),
      }),
      { maxLength: 2 },
    ),
  })
  .map(({ dropped, added, conditions, freed, forbidden }) => ({
    ...clubPolicy,
    grants: [
      ...clubPolicy.grants
        .map((grant, at) => ({ ...grant, ...conditions.filter(([place]) => place === at).map(([, when]) => ({ when }))[0] }))
        .filter((_grant, at) => !dropped.includes(at)),
      ...added.map((grant, at) => ({ ...grant, line: `added-${at}`, clause: 'access' as const })),
    ],
    prohibitions: [
      ...clubPolicy.prohibitions.filter((_line, at) => !freed.includes(at)),
      ...forbidden.map((line, at) => ({ ...line, line: `forbidden-${at}`, clause: 'access' as const, because: 'a test' })),
    ],
  }));
