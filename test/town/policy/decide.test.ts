import { describe, expect, test } from '@jest/globals';
import { Purpose, Relationship, Role } from '../../../src/town/shared/graphql/generated/schema.ts';
import { allCategories, categories } from '../../../src/town/policy/words/categories.ts';
import { allConditions, type Condition } from '../../../src/town/policy/lines/conditions.ts';
import { decide, decideInAdvance, relationshipsOf } from '../../../src/engine/policy/decision/decide.ts';
import { grants } from '../../../src/town/policy/lines/grants.ts';
import { policyInForce } from '../../../src/town/policy/policy.ts';
import { readMatrixFile } from '../../helpers/policy/matrix-file.ts';

const nothing: ReadonlySet<Condition> = new Set();

// Every set of conditions: 2^8.
const holdings = Array.from(
  { length: 2 ** allConditions.length },
  (_, bits) => new Set(allConditions.filter((_condition, bit) => (bits >> bit) & 1)),
);

describe('decide', () => {
  test('agrees with the committed matrix for every role, purpose, relationship, category and set of conditions', () => {
    const lines = new Map<string, ReturnType<typeof readMatrixFile>>();
    for (const line of readMatrixFile()) {
      const key = `${line.role} ${line.purpose} ${line.relationship} ${line.category}`;
      lines.set(key, [...(lines.get(key) ?? []), line]);
    }
    const excepted = (except: string, holding: ReadonlySet<string>): boolean =>
      except !== '' &&
      except
        .split('; ')
        .some((one) => one.split(' and ').every((term) => (term.startsWith('not ') ? !holding.has(term.slice(4)) : holding.has(term))));
    let permitted = 0;
    for (const role of Object.values(Role)) {
      for (const purpose of Object.values(Purpose)) {
        for (const relationship of Object.values(Relationship)) {
          for (const category of allCategories) {
            const listed = lines.get(`${role} ${purpose} ${relationship} ${category}`) ?? [];
            // Where no line is listed, no condition can permit: two sets are enough.
            for (const holding of listed.length > 0 ? holdings : [nothing, new Set(allConditions)]) {
              const expected = listed.some(
                ({ when, except }) => when.every((one) => holding.has(one as Condition)) && !excepted(except, holding),
              );
              const { effect } = decide(policyInForce, { role, purpose, relationship, category, holding });
              if (effect !== (expected ? 'PERMIT' : 'WITHHOLD'))
                throw new Error(`${role} ${purpose} ${relationship} ${category} ${[...holding].join()}`);
              if (expected) permitted += 1;
            }
          }
        }
      }
    }
    expect(permitted).toBeGreaterThan(1_000);
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
