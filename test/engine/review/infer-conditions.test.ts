import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Condition, DataCategory } from '../../../src/engine/register.ts';
import { allCategories, allConditions } from '../club/vocabulary.ts';
import { decide } from '../../../src/engine/policy/decision/decide.ts';
import { consistentConditions, decideAgain, possibleConditions, type Observation } from '../../../src/engine/review/infer-conditions.ts';
import { clubPolicy } from '../club/policy.ts';
import { withGrant } from '../club/changed-policy.ts';

const coach = { role: 'COACH', purpose: 'COACHING', relationship: 'TRAINEE', named: new Set<DataCategory>() } as const;
const seen = (
  released: readonly DataCategory[],
  withheld: readonly DataCategory[],
  who: Pick<Observation, 'role' | 'purpose' | 'relationship' | 'named'> = coach,
): Observation => ({
  ...who,
  released: new Set(released),
  withheld: new Set(withheld),
});
const infer = (observed: Observation, categories: readonly DataCategory[] = allCategories): Condition[][] =>
  consistentConditions(clubPolicy, observed, possibleConditions([clubPolicy], observed, categories)).map((holding) => [...holding]);

describe('what held is inferred from what was released and withheld', () => {
  test('a withheld telephone number implies address protection, a released one excludes a binding one', () => {
    expect(infer(seen(['NAME'], ['TELEPHONE']))).toEqual([['UNLISTED']]);
    expect(infer(seen(['NAME', 'TELEPHONE'], []))).toEqual([[], ['CAPTAIN_OF_THAT_TEAM'], ['UNLISTED', 'CAPTAIN_OF_THAT_TEAM']]);
    expect(infer(seen(['NAME'], []))).toHaveLength(4);
  });

  test('an observation that no conditions explain has no sets', () => {
    expect(infer(seen([], ['NAME']))).toEqual([]);
    expect(infer(seen(['BALANCE'], []))).toEqual([]);
  });

  test('the conditions that held are always among the inferred ones', () => {
    const cells = clubPolicy.grants.map(({ role, purpose, relationship }) => ({ role, purpose, relationship }));
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
            decide(clubPolicy, { ...cell, category, holding: new Set(named.has(category) ? [...held, 'CATEGORY_NAMED'] : held) }).effect ===
            'PERMIT';
          const released = asked.filter(isReleased);
          const observed = seen(
            released,
            asked.filter((category) => !released.includes(category)),
            { ...cell, named: known ? named : undefined },
          );
          const possible = possibleConditions([clubPolicy], observed, asked);
          const consistent = consistentConditions(clubPolicy, observed, possible);
          const spokenOf = new Set(possible.flatMap((holding) => [...holding]));
          const truth = held.filter((condition) => spokenOf.has(condition)).toSorted();
          expect(consistent.map((holding) => [...holding].toSorted())).toContainEqual(truth);
          if (!known) return;
          // The same policy gives the same decisions.
          for (const category of asked) {
            const effect = isReleased(category) ? 'RELEASED' : 'WITHHELD';
            expect(decideAgain(clubPolicy, observed, consistent, category)).toEqual({ effect });
          }
        },
      ),
      { seed: 9, numRuns: 400 },
    );
  });
});

describe('another policy decides for every set that may have held', () => {
  const credit = {
    role: 'INSURER',
    purpose: 'INSURANCE',
    relationship: 'SQUAD',
    named: new Set<DataCategory>(),
  } as const;
  const again = (policy: typeof clubPolicy, observed: Observation, category: DataCategory) => {
    const possible = possibleConditions([clubPolicy, policy], observed, allCategories);
    return decideAgain(policy, observed, consistentConditions(clubPolicy, observed, possible), category);
  };

  test('all decisions agree, or the condition on which they depend is named', () => {
    const guarded = withGrant('coach-lesson', (grant) => ({ ...grant, when: ['UNLISTED'] }));
    expect(again(guarded, seen(['NAME'], ['TELEPHONE']), 'NAME')).toEqual({ effect: 'RELEASED' });
    expect(again(guarded, seen(['NAME'], ['TELEPHONE']), 'TELEPHONE')).toEqual({ effect: 'WITHHELD' });
    expect(again(guarded, seen(['NAME'], []), 'NAME')).toEqual({ effect: 'UNKNOWN', dependsOn: ['UNLISTED'] });
    expect(again(clubPolicy, seen(['NAME'], []), 'BALANCE')).toEqual({ effect: 'WITHHELD' });
  });

  test('a condition that the released values determine is not reported as open', () => {
    const grant = clubPolicy.grants.find(({ line }) => line === 'insurer-member');
    expect(grant?.when).toEqual(['CLAIM_OPEN']);
    expect(again(clubPolicy, seen(['EXISTENCE'], [], credit), 'EXISTENCE')).toEqual({ effect: 'RELEASED' });
    expect(again(clubPolicy, seen([], [], credit), 'EXISTENCE')).toEqual({ effect: 'UNKNOWN', dependsOn: ['CLAIM_OPEN'] });
  });

  test('a known authority determines its condition, and an unknown one leaves it open', () => {
    const federation = { role: 'FEDERATION', purpose: 'COMPETITION', relationship: 'SQUAD' } as const;
    expect(again(clubPolicy, seen([], [], { ...federation, named: new Set(['NAME'] as const) }), 'NAME')).toEqual({ effect: 'RELEASED' });
    expect(again(clubPolicy, seen([], [], { ...federation, named: new Set(['NAME'] as const) }), 'BIRTH_DATE')).toEqual({
      effect: 'WITHHELD',
    });
    expect(again(clubPolicy, seen([], [], { ...federation, named: undefined }), 'NAME')).toEqual({
      effect: 'UNKNOWN',
      dependsOn: ['CATEGORY_NAMED'],
    });
  });
});
