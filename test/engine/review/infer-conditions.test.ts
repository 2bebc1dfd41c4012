import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { DataCategory } from '../../../src/town/graphql/generated/schema.ts';
import { allCategories } from '../../../src/town/policy/categories.ts';
import { allConditions, type Condition } from '../../../src/town/policy/conditions.ts';
import { decide } from '../../../src/engine/policy/decide.ts';
import { consistentConditions, decideAgain, possibleConditions, type Observation } from '../../../src/engine/review/infer-conditions.ts';
import { policyInForce } from '../../../src/town/policy/policy.ts';
import { withGrant } from '../../helpers/changed-policy.ts';

const helpdesk = { role: 'SUPPORT', purpose: 'CUSTOMER_SUPPORT', relationship: 'ASSIGNED_TICKET', named: new Set<DataCategory>() } as const;
const seen = (
  released: readonly DataCategory[],
  withheld: readonly DataCategory[],
  who: Pick<Observation, 'role' | 'purpose' | 'relationship' | 'named'> = helpdesk,
): Observation => ({
  ...who,
  released: new Set(released),
  withheld: new Set(withheld),
});
const infer = (observed: Observation, categories: readonly DataCategory[] = allCategories): Condition[][] =>
  consistentConditions(policyInForce, observed, possibleConditions([policyInForce], observed, categories)).map((holding) => [...holding]);

describe('what held is inferred from what was released and withheld', () => {
  test('a withheld telephone number implies address protection, a released one excludes a binding one', () => {
    expect(infer(seen(['NAME'], ['TELEPHONE']))).toEqual([['ADDRESS_PROTECTED']]);
    expect(infer(seen(['NAME', 'TELEPHONE'], []))).toEqual([
      [],
      ['ADULT_OF_THAT_HOUSEHOLD'],
      ['ADDRESS_PROTECTED', 'ADULT_OF_THAT_HOUSEHOLD'],
    ]);
    expect(infer(seen(['NAME'], []))).toHaveLength(4);
  });

  test('an observation that no conditions explain has no sets', () => {
    expect(infer(seen([], ['NAME']))).toEqual([]);
    expect(infer(seen(['BALANCE'], []))).toEqual([]);
  });

  test('the conditions that held are always among the inferred ones', () => {
    const cells = policyInForce.grants.map(({ role, purpose, relationship }) => ({ role, purpose, relationship }));
    fc.assert(
      fc.property(
        fc.constantFrom(...cells),
        fc.subarray([...allCategories], { minLength: 1 }),
        fc.subarray([...allCategories]),
        fc.subarray(allConditions.filter((condition) => condition !== 'CATEGORY_NAMED')),
        fc.boolean(),
        (cell, asked, names, held, known) => {
          const named = new Set(names);
          const isReleased = (category: DataCategory): boolean =>
            decide(policyInForce, { ...cell, category, holding: new Set(named.has(category) ? [...held, 'CATEGORY_NAMED'] : held) })
              .effect === 'PERMIT';
          const released = asked.filter(isReleased);
          const observed = seen(
            released,
            asked.filter((category) => !released.includes(category)),
            { ...cell, named: known ? named : undefined },
          );
          const possible = possibleConditions([policyInForce], observed, asked);
          const consistent = consistentConditions(policyInForce, observed, possible);
          const spokenOf = new Set(possible.flatMap((holding) => [...holding]));
          const truth = held.filter((condition) => spokenOf.has(condition)).toSorted();
          expect(consistent.map((holding) => [...holding].toSorted())).toContainEqual(truth);
          if (!known) return;
          // The same policy gives the same decisions.
          for (const category of asked) {
            const effect = isReleased(category) ? 'RELEASED' : 'WITHHELD';
            expect(decideAgain(policyInForce, observed, consistent, category)).toEqual({ effect });
          }
        },
      ),
      { seed: 9, numRuns: 400 },
    );
  });
});

describe('another policy decides for every set that may have held', () => {
  const credit = {
    role: 'CREDIT_REPORTING_AGENCY',
    purpose: 'CREDIT_VERIFICATION',
    relationship: 'MANDATE',
    named: new Set<DataCategory>(),
  } as const;
  const again = (policy: typeof policyInForce, observed: Observation, category: DataCategory) => {
    const possible = possibleConditions([policyInForce, policy], observed, allCategories);
    return decideAgain(policy, observed, consistentConditions(policyInForce, observed, possible), category);
  };

  test('all decisions agree, or the condition on which they depend is named', () => {
    const guarded = withGrant('support-ticket', (grant) => ({ ...grant, when: ['ADDRESS_PROTECTED'] }));
    expect(again(guarded, seen(['NAME'], ['TELEPHONE']), 'NAME')).toEqual({ effect: 'RELEASED' });
    expect(again(guarded, seen(['NAME'], ['TELEPHONE']), 'TELEPHONE')).toEqual({ effect: 'WITHHELD' });
    expect(again(guarded, seen(['NAME'], []), 'NAME')).toEqual({ effect: 'UNKNOWN', dependsOn: ['ADDRESS_PROTECTED'] });
    expect(again(policyInForce, seen(['NAME'], []), 'BALANCE')).toEqual({ effect: 'WITHHELD' });
  });

  test('a condition that the released values determine is not reported as open', () => {
    const grant = policyInForce.grants.find(({ line }) => line === 'credit-check');
    expect(grant?.when).toEqual(['CREDIT_CHECK_OPEN']);
    expect(again(policyInForce, seen(['EXISTENCE'], [], credit), 'EXISTENCE')).toEqual({ effect: 'RELEASED' });
    expect(again(policyInForce, seen([], [], credit), 'EXISTENCE')).toEqual({ effect: 'UNKNOWN', dependsOn: ['CREDIT_CHECK_OPEN'] });
  });

  test('a known mandate determines its condition, and an unknown one leaves it open', () => {
    const police = { role: 'LAW_ENFORCEMENT', purpose: 'LEGAL_DEMAND', relationship: 'MANDATE' } as const;
    expect(again(policyInForce, seen([], [], { ...police, named: new Set(['NAME'] as const) }), 'NAME')).toEqual({ effect: 'RELEASED' });
    expect(again(policyInForce, seen([], [], { ...police, named: new Set(['NAME'] as const) }), 'BIRTH_DATE')).toEqual({
      effect: 'WITHHELD',
    });
    expect(again(policyInForce, seen([], [], { ...police, named: undefined }), 'NAME')).toEqual({
      effect: 'UNKNOWN',
      dependsOn: ['CATEGORY_NAMED'],
    });
  });
});
