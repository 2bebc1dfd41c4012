import { describe, expect, test } from '@jest/globals';
import { checkPolicy } from '../../../src/engine/review/check-policy.ts';
import { inspectSchema } from '../../../src/server/spine/document/inspect-schema.ts';
import { club, clubSources } from '../club/club.ts';
import { clubPolicy } from '../club/policy.ts';
import { withGrants, withProhibitions, withRootFields, word } from './check/changed-policy.ts';

describe('checkPolicy', () => {
  test('finds nothing in the club’s policy', () => {
    expect(clubPolicy.grants.length).toBeGreaterThan(15);
    expect(checkPolicy(clubPolicy)).toEqual([]);
  });

  test('finds nothing in a policy without lines for a purpose, as a candidate may be; the start check names the purpose', () => {
    const { vocabulary } = clubPolicy;
    const purposes = { ...vocabulary.purposes, GOSSIP: vocabulary.purposes.INSURANCE };
    const policy = { ...clubPolicy, vocabulary: { ...vocabulary, purposes } };
    expect(checkPolicy(policy)).toEqual([]);
    const { disagreements } = inspectSchema(club.schema, clubSources(), policy);
    expect(disagreements.filter(({ coordinate }) => coordinate === 'Purpose.GOSSIP')).toEqual([
      {
        coordinate: 'Purpose.GOSSIP',
        problem: 'no line names it',
        hint: 'open a root field for it in test/engine/club/policy.ts, and grant what may be seen, or remove the purpose',
      },
    ]);
  });

  test.each([
    ['one more grant', withGrants({})],
    ['one more prohibition', withProhibitions({})],
    ['one more root field', withRootFields({})],
    ['the same grant under another relationship', withGrants({}, { line: 'and-more', relationship: 'NONE' })],
    ['a grant that is beaten only sometimes', withGrants({ categories: ['ADDRESS'] })],
    [
      'a grant that a prohibition beats while the grant’s own condition fails',
      withGrants({ when: ['CAPTAIN_OF_THAT_TEAM'], categories: ['ADDRESS'] }),
    ],
    ['two prohibitions under different conditions', withProhibitions({ when: ['CLAIM_OPEN'] }, { line: 'b', when: ['UNLISTED'] })],
    ['two prohibitions for different roles', withProhibitions({}, { line: 'b', roles: ['COACH'] })],
    [
      'a prohibition and another one with an exception',
      withProhibitions({}, { line: 'b', roles: ['CARETAKER', 'COACH'], unless: { purposes: ['BUILDING_SAFETY'] } }),
    ],
    [
      'a needed category that only some authorities list',
      withRootFields({
        fields: ['Query.accounts'],
        role: 'FEDERATION',
        purposes: ['COMPETITION'],
        scope: 'SQUAD',
        needs: 'BALANCE',
      }),
    ],
  ])('finds nothing in %s', (_name, policy) => {
    expect(checkPolicy(policy)).toEqual([]);
  });

  test('quotes at most forty characters of an unknown word, on one line', () => {
    const [found] = checkPolicy(withGrants({ clause: word(`${'x'.repeat(39)}\n${'y'.repeat(100)}`) }));
    expect(found?.problem).toBe(`there is no clause "${'x'.repeat(39)}\\n…"`);
  });
});
