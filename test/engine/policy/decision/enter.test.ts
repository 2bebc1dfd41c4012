import { expect, test } from '@jest/globals';
import { purposesOf, rootFieldLine } from '../../../../src/engine/policy/decision/enter.ts';
import type { Policy } from '../../../../src/engine/policy/declaration/policy.ts';
import { vocabulary } from '../../club/vocabulary.ts';

// A small policy in which the first line could hide later lines.
const policy: Policy = {
  grants: [],
  prohibitions: [],
  budgets: [],
  vocabulary,
  rootFields: [
    { fields: ['Query.courses', 'Query.me'], role: 'ANYBODY', purposes: ['DUES'], scope: 'OPEN', clause: 'openness' },
    { fields: ['Query.me'], role: 'MEMBER', purposes: ['OWN_AFFAIRS', 'DUES'], scope: 'SELF', clause: 'rights' },
    { fields: ['Query.lessons'], role: 'MEMBER', purposes: ['OWN_AFFAIRS'], scope: 'CARE', clause: 'rights' },
    { fields: ['Query.lessons'], role: 'COACH', purposes: ['COACHING'], scope: 'QUEUE', clause: 'coaching' },
    { fields: ['Mutation.fileInquiry'], role: 'VISITOR', purposes: 'ANY', scope: 'OPEN', clause: 'openness' },
  ],
};
const scope = (...asked: [field: string, role: 'MEMBER' | 'COACH' | 'VISITOR', purpose?: 'OWN_AFFAIRS' | 'DUES' | 'COACHING']) =>
  rootFieldLine(policy, asked[0], asked[1], asked[2])?.scope;

test('a root field is open to the role and purpose of a line, and the first such line is used', () => {
  expect(scope('Query.me', 'MEMBER', 'OWN_AFFAIRS')).toBe('SELF');
  expect(scope('Query.me', 'MEMBER', 'DUES')).toBe('OPEN');
  expect(scope('Query.me', 'MEMBER', 'COACHING')).toBeUndefined();
  expect(scope('Query.lessons', 'MEMBER', 'OWN_AFFAIRS')).toBe('CARE');
  expect(scope('Query.lessons', 'COACH', 'COACHING')).toBe('QUEUE');
  expect(scope('Query.lessons', 'COACH', 'OWN_AFFAIRS')).toBeUndefined();
  expect(scope('Query.disclosures', 'MEMBER', 'OWN_AFFAIRS')).toBeUndefined();
});

test('a line for ANYBODY opens the field to every role for its purposes', () => {
  expect(scope('Query.courses', 'COACH', 'DUES')).toBe('OPEN');
  expect(scope('Query.courses', 'COACH', 'COACHING')).toBeUndefined();
});

test('without a purpose only lines for ANY purpose open the field', () => {
  expect(scope('Mutation.fileInquiry', 'VISITOR')).toBe('OPEN');
  expect(scope('Mutation.fileInquiry', 'VISITOR', 'DUES')).toBe('OPEN');
  expect(scope('Mutation.fileInquiry', 'MEMBER', 'DUES')).toBeUndefined();
  expect(scope('Query.courses', 'COACH')).toBeUndefined();
  expect(scope('Query.me', 'MEMBER')).toBeUndefined();
});

test('a role can declare the purposes of its lines, each once', () => {
  expect(purposesOf(policy, 'MEMBER')).toEqual(['OWN_AFFAIRS', 'DUES']);
  expect(purposesOf(policy, 'COACH')).toEqual(['COACHING']);
  expect(purposesOf(policy, 'VISITOR')).toEqual([]);
  expect(purposesOf(policy, 'CARETAKER')).toEqual([]);
  // They are listed once for each policy and role.
  expect(purposesOf(policy, 'MEMBER')).toBe(purposesOf(policy, 'MEMBER'));
});
