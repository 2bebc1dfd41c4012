import { describe, expect, test } from '@jest/globals';
import { Purpose, Role } from '../../../src/town/shared/graphql/generated/schema.ts';
import { allCategories, categories } from '../../../src/town/policy/words/categories.ts';
import { allConditions, type Condition } from '../../../src/town/policy/lines/conditions.ts';
import { decide, decideInAdvance, relationshipsOf } from '../../../src/engine/policy/decision/decide.ts';
import { grants } from '../../../src/town/policy/lines/grants.ts';
import { policyInForce } from '../../../src/town/policy/policy.ts';
import { countPermittedAsIn, setsOf } from '../../helpers/policy/matrix-agreement.ts';

const nothing: ReadonlySet<Condition> = new Set();
const holdings = setsOf(allConditions);

describe('decide', () => {
  test('agrees with the committed matrix for every role, purpose, relationship, category and set of conditions', () => {
    expect(countPermittedAsIn('policy-matrix.md', policyInForce)).toBeGreaterThan(1_000);
  });

  test('withholds everything without a purpose', () => {
    const question = { role: 'RESIDENT', relationship: 'SELF', category: 'NAME', holding: nothing } as const;
    expect(decide(policyInForce, { ...question, purpose: 'SELF_SERVICE' })).toEqual({
      effect: 'PERMIT',
      line: 'resident-self',
      clause: 'rights',
    });
    expect(decide(policyInForce, { ...question, purpose: undefined })).toEqual({ effect: 'WITHHOLD', reason: 'PURPOSE_REQUIRED' });
  });

  test('returns the deciding line and the conditions that are lacking', () => {
    const question = { role: 'COLLECTION_AGENCY', purpose: 'DEBT_COLLECTION', relationship: 'MANDATE', category: 'OVERDUE' } as const;
    expect(decide(policyInForce, { ...question, holding: new Set(['CATEGORY_NAMED']) })).toEqual({
      effect: 'WITHHOLD',
      reason: 'CONDITION',
      line: 'collection-debtor',
      clause: 'collections',
      lacking: ['OVERDUE_AND_ASSIGNED'],
    });
    expect(
      decide(policyInForce, {
        role: 'SUPPORT',
        purpose: 'CUSTOMER_SUPPORT',
        relationship: 'ASSIGNED_TICKET',
        category: 'BALANCE',
        holding: nothing,
      }),
    ).toEqual({
      effect: 'WITHHOLD',
      reason: 'PROHIBITED',
      line: 'no-finances-for-support',
      clause: 'access',
    });
  });

  test('a prohibition beats every grant', () => {
    const holding = new Set<Condition>([...allConditions].filter((one) => one !== 'ADULT_OF_THAT_HOUSEHOLD'));
    for (const { role, purpose, relationship, categories: granted } of grants) {
      if (relationship === 'SELF' || purpose === 'LEGAL_DEMAND') continue;
      for (const category of granted.filter((one) => ['ADDRESS', 'LOCALITY', 'TELEPHONE', 'TELEPHONE_HINT', 'HOUSEHOLD'].includes(one))) {
        expect(decide(policyInForce, { role, purpose, relationship, category, holding }).effect).toBe('WITHHOLD');
      }
    }
  });
});

describe('decideInAdvance', () => {
  test('is certain only where the decision is the same for every data subject', () => {
    for (const role of Object.values(Role)) {
      for (const purpose of Object.values(Purpose)) {
        const relationships = relationshipsOf(policyInForce, role, purpose);
        for (const category of allCategories) {
          for (const named of [new Set([category]), new Set<typeof category>()]) {
            const possible = holdings.filter((holding) => holding.has('CATEGORY_NAMED') === named.has(category));
            const effects = new Set(
              relationships.flatMap((relationship) =>
                possible.map((holding) => decide(policyInForce, { role, purpose, relationship, category, holding }).effect),
              ),
            );
            const { effect } = decideInAdvance(policyInForce, { role, purpose, category, relationships, named });
            const certain = effects.size === 1 ? [...effects][0] : 'RELATIONSHIP_REQUIRED';
            expect({ role, purpose, category, effect }).toEqual({ role, purpose, category, effect: certain });
          }
        }
      }
    }
  });
});

test('every category has a vocabulary term', () => {
  for (const { term } of Object.values(categories)) expect(term).toMatch(/^(pd|ntk):[A-Z]\w+$/);
});

test('every grant has a unique name', () => {
  const names = grants.map(({ line }) => line);
  expect(new Set(names).size).toBe(names.length);
});
