import { describe, expect, test } from '@jest/globals';
import { checkPolicy } from '../../../../src/engine/review/check-policy.ts';
import type { Disagreement } from '../../../../src/engine/review/check/disagreement.ts';
import type { Policy } from '../../../../src/engine/policy/policy.ts';
import { withGrants, withProhibitions, withRootFields, word } from './changed-policy.ts';

const cases: readonly (readonly [name: string, policy: Policy, ...found: Disagreement[]])[] = [
  [
    'unknown words of a grant',
    withGrants({
      role: word('CUSTOMER_SERVICES'),
      purpose: word('age_verification'),
      relationship: word('ENCUONTER'),
      categories: ['HOUSEHOLD', word('SHOE_SIZE')],
      when: [word('CREDIT_CHECK_OPENED')],
      clause: word('acess'),
    }),
    ...[
      ['role', 'CUSTOMER_SERVICES', 'did you mean CUSTOMER_SERVICE?'],
      ['purpose', 'age_verification', 'did you mean AGE_VERIFICATION?'],
      ['relationship', 'ENCUONTER', 'did you mean ENCOUNTER?'],
      ['category', 'SHOE_SIZE', 'the category must be one of those in schema/vocabulary.graphql'],
      ['condition', 'CREDIT_CHECK_OPENED', 'did you mean CREDIT_CHECK_OPEN?'],
      ['clause', 'acess', 'did you mean access?'],
    ].map(([kind, text, hint]) => ({ coordinate: 'grants one-more', problem: `there is no ${kind} "${text}"`, hint: hint! })),
  ],
  [
    'unknown words of a prohibition',
    withProhibitions({
      roles: [word('SECURTY')],
      purposes: [word('PAYMNT')],
      when: [word('ADRESS_PROTECTED')],
      unless: { purposes: [word('LEGAL_DEMANDS')], relationships: [word('SLEF')], conditions: [word('NAMED')] },
    }),
    ...[
      ['role', 'SECURTY', 'did you mean SECURITY?'],
      ['purpose', 'PAYMNT', 'did you mean PAYMENT?'],
      ['condition', 'ADRESS_PROTECTED', 'did you mean ADDRESS_PROTECTED?'],
      ['purpose', 'LEGAL_DEMANDS', 'did you mean LEGAL_DEMAND?'],
      ['relationship', 'SLEF', 'did you mean SELF?'],
      ['condition', 'NAMED', 'the condition must be one of those in src/town/policy/conditions.ts'],
    ].map(([kind, text, hint]) => ({ coordinate: 'prohibitions no-more', problem: `there is no ${kind} "${text}"`, hint: hint! })),
  ],
  [
    'unknown words of a root field line',
    withRootFields({ role: word('ANYBODI'), purposes: [word('SELFSERVICE')], scope: word('EVERYTHING'), needs: word('NAMES') }),
    ...[
      ['role', 'ANYBODI', 'did you mean ANYBODY?'],
      ['purpose', 'SELFSERVICE', 'did you mean SELF_SERVICE?'],
      ['row scope', 'EVERYTHING', 'the row scope must be one of those in schema/vocabulary.graphql'],
      ['category', 'NAMES', 'did you mean NAME?'],
    ].map(([kind, text, hint]) => ({ coordinate: 'rootFields Query.requests', problem: `there is no ${kind} "${text}"`, hint: hint! })),
  ],
];

describe('unknown words', () => {
  test.each(cases)('checkPolicy finds %s', (_name, policy, ...found) => {
    expect(checkPolicy(policy)).toEqual(found);
  });
});
