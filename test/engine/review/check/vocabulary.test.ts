import { describe, expect, test } from '@jest/globals';
import { checkPolicy } from '../../../../src/engine/review/check-policy.ts';
import type { Disagreement } from '../../../../src/engine/review/check/disagreement.ts';
import type { Policy } from '../../../../src/engine/policy/declaration/policy.ts';
import { withGrants, withProhibitions, withRootFields, word } from './changed-policy.ts';

const cases: readonly (readonly [name: string, policy: Policy, ...found: Disagreement[]])[] = [
  [
    'unknown words of a grant',
    withGrants({
      role: word('RECEPTIONISTS'),
      purpose: word('age_check'),
      relationship: word('DEKS'),
      categories: ['TEAM', word('SHOE_SIZE')],
      when: [word('CLAIM_OPENED')],
      clause: word('acess'),
    }),
    ...[
      ['role', 'RECEPTIONISTS', 'did you mean RECEPTIONIST?'],
      ['purpose', 'age_check', 'did you mean AGE_CHECK?'],
      ['relationship', 'DEKS', 'did you mean DESK?'],
      ['category', 'SHOE_SIZE', 'the category must be one of those in test/engine/club/vocabulary.graphql'],
      ['condition', 'CLAIM_OPENED', 'did you mean CLAIM_OPEN?'],
      ['clause', 'acess', 'did you mean access?'],
    ].map(([kind, text, hint]) => ({ coordinate: 'grants one-more', problem: `there is no ${kind} "${text}"`, hint: hint! })),
  ],
  [
    'unknown words of a prohibition',
    withProhibitions({
      roles: [word('CARETAKR')],
      purposes: [word('DUS')],
      when: [word('UNLISTD')],
      unless: { purposes: [word('COMPETITIONS')], relationships: [word('SLEF')], conditions: [word('NAMED')] },
    }),
    ...[
      ['role', 'CARETAKR', 'did you mean CARETAKER?'],
      ['purpose', 'DUS', 'did you mean DUES?'],
      ['condition', 'UNLISTD', 'did you mean UNLISTED?'],
      ['purpose', 'COMPETITIONS', 'did you mean COMPETITION?'],
      ['relationship', 'SLEF', 'did you mean SELF?'],
      ['condition', 'NAMED', 'the condition must be one of those in test/engine/club/vocabulary.ts'],
    ].map(([kind, text, hint]) => ({ coordinate: 'prohibitions no-more', problem: `there is no ${kind} "${text}"`, hint: hint! })),
  ],
  [
    'unknown words of a root field line',
    withRootFields({ role: word('ANYBODI'), purposes: [word('OWNAFFAIRS')], scope: word('EVERYTHING'), needs: word('NAMES') }),
    ...[
      ['role', 'ANYBODI', 'did you mean ANYBODY?'],
      ['purpose', 'OWNAFFAIRS', 'did you mean OWN_AFFAIRS?'],
      ['row scope', 'EVERYTHING', 'the row scope must be one of those in test/engine/club/vocabulary.graphql'],
      ['category', 'NAMES', 'did you mean NAME?'],
    ].map(([kind, text, hint]) => ({ coordinate: 'rootFields Query.inquiries', problem: `there is no ${kind} "${text}"`, hint: hint! })),
  ],
];

describe('unknown words', () => {
  test.each(cases)('checkPolicy finds %s', (_name, policy, ...found) => {
    expect(checkPolicy(policy)).toEqual(found);
  });
});
