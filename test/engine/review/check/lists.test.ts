import { describe, expect, test } from '@jest/globals';
import { checkPolicy } from '../../../../src/engine/review/check-policy.ts';
import type { Disagreement } from '../../../../src/engine/review/check/disagreement.ts';
import type { Policy } from '../../../../src/engine/policy/declaration/policy.ts';
import { withGrants, withProhibitions, withRootFields } from './changed-policy.ts';

const cases: readonly (readonly [name: string, policy: Policy, ...found: Disagreement[]])[] = [
  [
    'two grants with the same name',
    withGrants({ line: 'desk-age' }),
    { coordinate: 'grants desk-age', problem: 'an earlier line has this name', hint: 'give each line a name of its own' },
  ],
  [
    'a prohibition with the name of a grant',
    withProhibitions({ line: 'desk-age' }),
    { coordinate: 'prohibitions desk-age', problem: 'an earlier line has this name', hint: 'give each line a name of its own' },
  ],
  [
    'a line without a name',
    withGrants({ line: '' }),
    { coordinate: 'grants ', problem: 'the line has no name', hint: 'give it one: explanations and the matrix quote it' },
  ],
  [
    'empty lists',
    withProhibitions({ roles: [], when: [], unless: { conditions: [] } }),
    ...['roles', 'when', 'unless.conditions'].map((name) => ({
      coordinate: 'prohibitions no-more',
      problem: `${name} names nothing`,
      hint: 'name something, or leave it out',
    })),
  ],
  [
    'an exception without members',
    withProhibitions({ unless: {} }),
    { coordinate: 'prohibitions no-more', problem: 'unless names no exception', hint: 'leave unless out' },
  ],
  [
    'lists that contain an item twice',
    withRootFields({ fields: ['Query.inquiries', 'Query.inquiries'] }),
    { coordinate: 'rootFields Query.inquiries', problem: 'fields names Query.inquiries twice', hint: 'remove one of them' },
  ],
];

describe('names and lists', () => {
  test.each(cases)('checkPolicy finds %s', (_name, policy, ...found) => {
    expect(checkPolicy(policy)).toEqual(found);
  });
});
