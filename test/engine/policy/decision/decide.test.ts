import { describe, expect, test } from '@jest/globals';
import type { Condition } from '../../../../src/engine/register.ts';
import { allCategories, allConditions, allPurposes, allRoles } from '../../club/vocabulary.ts';
import { decide, withheldReasons, decideInAdvance, relationshipsOf } from '../../../../src/engine/policy/decision/decide.ts';
import { clubPolicy } from '../../club/policy.ts';
import { countPermittedAsIn, setsOf } from '../../../helpers/policy/matrix-agreement.ts';

const nothing: ReadonlySet<Condition> = new Set();
const holdings = setsOf(allConditions);

describe('decide', () => {
  test('agrees with the committed matrix for every role, purpose, relationship, category and set of conditions', () => {
    expect(countPermittedAsIn('test/engine/club/matrix.md', clubPolicy)).toBeGreaterThan(1_000);
  });

  test('withholds everything without a purpose', () => {
    const question = { role: 'MEMBER', relationship: 'SELF', category: 'NAME', holding: nothing } as const;
    expect(decide(clubPolicy, { ...question, purpose: 'OWN_AFFAIRS' })).toEqual({
      effect: 'PERMIT',
      line: 'member-self',
      clause: 'rights',
    });
    expect(decide(clubPolicy, { ...question, purpose: undefined })).toEqual({ effect: 'WITHHOLD', reason: 'PURPOSE_REQUIRED' });
  });

  test('returns the deciding line and the conditions that are lacking', () => {
    const question = { role: 'INSURER', purpose: 'INSURANCE', relationship: 'SQUAD', category: 'OVERDUE' } as const;
    expect(decide(clubPolicy, { ...question, holding: new Set(['CATEGORY_NAMED']) })).toEqual({
      effect: 'WITHHOLD',
      reason: 'CONDITION',
      line: 'insurer-claim',
      clause: 'insurance',
      lacking: ['CLAIM_OPEN'],
    });
    expect(
      decide(clubPolicy, {
        role: 'COACH',
        purpose: 'COACHING',
        relationship: 'TRAINEE',
        category: 'BALANCE',
        holding: nothing,
      }),
    ).toEqual({
      effect: 'WITHHOLD',
      reason: 'PROHIBITED',
      line: 'no-dues-for-coaches',
      clause: 'access',
    });
  });

  test('a prohibition beats every grant', () => {
    const holding = new Set<Condition>([...allConditions].filter((one) => one !== 'CAPTAIN_OF_THAT_TEAM'));
    for (const { role, purpose, relationship, categories: granted } of clubPolicy.grants) {
      if (relationship === 'SELF' || purpose === 'COMPETITION') continue;
      for (const category of granted.filter((one) => ['ADDRESS', 'LOCALITY', 'TELEPHONE', 'TELEPHONE_HINT', 'TEAM'].includes(one))) {
        expect(decide(clubPolicy, { role, purpose, relationship, category, holding }).effect).toBe('WITHHOLD');
      }
    }
  });
});

describe('decideInAdvance', () => {
  test('is certain only where the decision is the same for every data subject', () => {
    for (const role of allRoles) {
      for (const purpose of allPurposes) {
        const relationships = relationshipsOf(clubPolicy, role, purpose);
        for (const category of allCategories) {
          for (const named of [new Set([category]), new Set<typeof category>()]) {
            const possible = holdings.filter((holding) => holding.has('CATEGORY_NAMED') === named.has(category));
            const effects = new Set(
              relationships.flatMap((relationship) =>
                possible.map((holding) => decide(clubPolicy, { role, purpose, relationship, category, holding }).effect),
              ),
            );
            const { effect } = decideInAdvance(clubPolicy, { role, purpose, category, relationships, named });
            const certain = effects.size === 1 ? [...effects][0] : 'RELATIONSHIP_REQUIRED';
            expect({ role, purpose, category, effect }).toEqual({ role, purpose, category, effect: certain });
          }
        }
      }
    }
  });
});

test('a value is withheld for one of these reasons', () => {
  expect(withheldReasons).toEqual([
    'PURPOSE_REQUIRED',
    'NO_GRANT',
    'PROHIBITED',
    'CONDITION',
    'RELATIONSHIP_REQUIRED',
    'NOT_IN_AUTHORITY',
    'NOT_IN_REGISTRATION',
    'NOT_IN_TOKEN',
  ]);
});
