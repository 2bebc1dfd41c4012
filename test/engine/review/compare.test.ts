import { vocabulary } from '../../../src/town/policy/vocabulary.ts';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readMarkings } from '../../../src/cli/policy/diff/read-markings.ts';
import { schemaSources } from '../../../src/town/graphql/schema-sources.ts';
import { Purpose, Relationship, Role, type DataCategory } from '../../../src/town/graphql/generated/schema.ts';
import { allCategories } from '../../../src/town/policy/categories.ts';
import type { SeeingChange } from '../../../src/engine/review/compare/change.ts';
import { sentenceOf } from '../../../src/engine/review/compare/sentence.ts';
import { compare } from '../../../src/engine/review/compare.ts';
import { allConditions, type Condition } from '../../../src/town/policy/conditions.ts';
import { decide } from '../../../src/engine/policy/decide.ts';
import { policyInForce } from '../../../src/town/policy/policy.ts';
import type { Policy } from '../../../src/engine/policy/policy.ts';
import { withGrant, withProhibition } from '../../helpers/changed-policy.ts';

const markings = readMarkings(schemaSources());
const sentences = (after: Policy, before: Policy = policyInForce): string[] =>
  compare({ policy: before, markings }, { policy: after, markings }).map((change) => `${change.effect} ${sentenceOf(vocabulary, change)}`);

describe('what may be seen', () => {
  test('nothing changes between a policy and itself', () => {
    expect(sentences(policyInForce)).toEqual([]);
  });

  test('one more category in a grant gives one sentence, and the reverse hides it', () => {
    const wider = withGrant('counter-service', (grant) => ({ ...grant, categories: [...grant.categories, 'BIRTH_DATE'] }));
    expect(sentences(wider)).toEqual([
      'REVEALS A clerk of customer service, for providing a requested service, may now see the birth date (Resident.birthDate) of a data subject in an encounter: line counter-service, clause access.',
    ]);
    expect(sentences(policyInForce, wider)).toEqual([
      'HIDES A clerk of customer service, for providing a requested service, may no longer see the birth date (Resident.birthDate) of a data subject in an encounter: line counter-service, clause access.',
    ]);
  });

  test('only the necessary conditions are named', () => {
    const { when, ...rest } = policyInForce.grants.find(({ line }) => line === 'credit-check')!;
    expect(when).toEqual(['CREDIT_CHECK_OPEN']);
    expect(sentences(withGrant('credit-check', () => rest))).toEqual([
      expect.stringMatching(/^REVEALS A credit reporting agency, .+ of a data subject of their mandate unless the credit check is open: /),
    ]);
    const unprotected = withProhibition('address-protection', ({ categories, ...line }) => ({
      ...line,
      categories: categories.filter((category) => category !== 'TELEPHONE'),
    }));
    expect(
      sentences(unprotected).filter((sentence) => sentence.includes('An employee of the helpdesk, for') && sentence.includes('see')),
    ).toEqual([
      'REVEALS An employee of the helpdesk, for helping with a question to the helpdesk, may now see the telephone number (Resident.phone, Resident.mobilePhone) of a data subject whose ticket is assigned to them while the data subject or a member of the household is address-protected unless the principal is an adult of the data subject’s household: line support-ticket, clause helpdesk, which line address-protection no longer prohibits.',
    ]);
  });

  test('a category that no field holds is reported too', () => {
    const passwords = withProhibition(
      'no-passwords',
      () => undefined,
      withGrant('support-ticket', (grant) => ({ ...grant, categories: [...grant.categories, 'CREDENTIAL'] })),
    );
    expect(sentences(passwords)).toEqual([expect.stringMatching(/may now see the password \(no field holds it now\)/)]);
  });

  test('rewriting a line without changing its meaning changes nothing', () => {
    const other = withGrant('counter-service', (grant) => ({ ...grant, line: 'counter', categories: grant.categories.toReversed() }));
    expect(sentences(other)).toEqual([]);
  });

  test('words of an older policy that no longer exist are printed unchanged', () => {
    const older = withGrant('counter-service', (grant) => ({ ...grant, role: 'CLERK' as Role, categories: ['SHOE_SIZE' as DataCategory] }));
    expect(sentences(policyInForce, older)).toContain(
      'HIDES CLERK, for providing a requested service, may no longer see the SHOE_SIZE (no field holds it now) of a data subject in an encounter: line counter-service, clause access.',
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
        const before = policyInForce;
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

/** The policy in force, changed in a few places at random. */
const anyPolicy: fc.Arbitrary<Policy> = fc
  .record({
    dropped: fc.uniqueArray(fc.nat({ max: policyInForce.grants.length - 1 }), { maxLength: 3 }),
    added: fc.array(
      fc.record({
        role: fc.constantFrom(...Object.values(Role)),
        purpose: fc.constantFrom(...Object.values(Purpose)),
        relationship: fc.constantFrom(...Object.values(Relationship)),
        categories: fc.uniqueArray(fc.constantFrom(...allCategories), { minLength: 1, maxLength: 4 }),
        when: fc.uniqueArray(fc.constantFrom(...allConditions), { maxLength: 3 }),
      }),
      { maxLength: 3 },
    ),
    conditions: fc.array(
      fc.tuple(fc.nat({ max: policyInForce.grants.length - 1 }), fc.uniqueArray(fc.constantFrom(...allConditions), { maxLength: 3 })),
      {
        maxLength: 4,
      },
    ),
    freed: fc.uniqueArray(fc.nat({ max: policyInForce.prohibitions.length - 1 }), { maxLength: 2 }),
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
    ...policyInForce,
    grants: [
      ...policyInForce.grants
        .map((grant, at) => ({ ...grant, ...conditions.filter(([place]) => place === at).map(([, when]) => ({ when }))[0] }))
        .filter((_grant, at) => !dropped.includes(at)),
      ...added.map((grant, at) => ({ ...grant, line: `added-${at}`, clause: 'access' as const })),
    ],
    prohibitions: [
      ...policyInForce.prohibitions.filter((_line, at) => !freed.includes(at)),
      ...forbidden.map((line, at) => ({ ...line, line: `forbidden-${at}`, clause: 'access' as const, because: 'a test' })),
    ],
  }));
