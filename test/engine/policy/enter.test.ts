import { vocabulary } from '../../../src/town/policy/vocabulary.ts';
import { expect, test } from '@jest/globals';
import { purposesOf, rootFieldLine } from '../../../src/engine/policy/enter.ts';
import type { Policy } from '../../../src/engine/policy/policy.ts';

// A small policy in which the first line could hide later lines.
const policy: Policy = {
  grants: [],
  prohibitions: [],
  budgets: [],
  vocabulary,
  rootFields: [
    { fields: ['Query.services', 'Query.me'], role: 'ANYBODY', purposes: ['PAYMENT'], scope: 'OPEN', clause: 'willing' },
    { fields: ['Query.me'], role: 'RESIDENT', purposes: ['SELF_SERVICE', 'PAYMENT'], scope: 'SELF', clause: 'rights' },
    { fields: ['Query.tickets'], role: 'RESIDENT', purposes: ['SELF_SERVICE'], scope: 'CARE', clause: 'rights' },
    { fields: ['Query.tickets'], role: 'SUPPORT', purposes: ['CUSTOMER_SUPPORT'], scope: 'QUEUE', clause: 'helpdesk' },
    { fields: ['Mutation.fileRequest'], role: 'ANONYMOUS', purposes: 'ANY', scope: 'OPEN', clause: 'contact' },
  ],
};
const scope = (
  ...asked: [field: string, role: 'RESIDENT' | 'SUPPORT' | 'ANONYMOUS', purpose?: 'SELF_SERVICE' | 'PAYMENT' | 'CUSTOMER_SUPPORT']
) => rootFieldLine(policy, asked[0], asked[1], asked[2])?.scope;

test('a root field is open to the role and purpose of a line, and the first such line is used', () => {
  expect(scope('Query.me', 'RESIDENT', 'SELF_SERVICE')).toBe('SELF');
  expect(scope('Query.me', 'RESIDENT', 'PAYMENT')).toBe('OPEN');
  expect(scope('Query.me', 'RESIDENT', 'CUSTOMER_SUPPORT')).toBeUndefined();
  expect(scope('Query.tickets', 'RESIDENT', 'SELF_SERVICE')).toBe('CARE');
  expect(scope('Query.tickets', 'SUPPORT', 'CUSTOMER_SUPPORT')).toBe('QUEUE');
  expect(scope('Query.tickets', 'SUPPORT', 'SELF_SERVICE')).toBeUndefined();
  expect(scope('Query.disclosures', 'RESIDENT', 'SELF_SERVICE')).toBeUndefined();
});

test('a line for ANYBODY opens the field to every role for its purposes', () => {
  expect(scope('Query.services', 'SUPPORT', 'PAYMENT')).toBe('OPEN');
  expect(scope('Query.services', 'SUPPORT', 'CUSTOMER_SUPPORT')).toBeUndefined();
});

test('without a purpose only lines for ANY purpose open the field', () => {
  expect(scope('Mutation.fileRequest', 'ANONYMOUS')).toBe('OPEN');
  expect(scope('Mutation.fileRequest', 'ANONYMOUS', 'PAYMENT')).toBe('OPEN');
  expect(scope('Mutation.fileRequest', 'RESIDENT', 'PAYMENT')).toBeUndefined();
  expect(scope('Query.services', 'SUPPORT')).toBeUndefined();
  expect(scope('Query.me', 'RESIDENT')).toBeUndefined();
});

test('a role can declare the purposes of its lines, each once', () => {
  expect(purposesOf(policy, 'RESIDENT')).toEqual(['SELF_SERVICE', 'PAYMENT']);
  expect(purposesOf(policy, 'SUPPORT')).toEqual(['CUSTOMER_SUPPORT']);
  expect(purposesOf(policy, 'ANONYMOUS')).toEqual([]);
  expect(purposesOf(policy, 'SECURITY')).toEqual([]);
  // They are listed once for each policy and role.
  expect(purposesOf(policy, 'RESIDENT')).toBe(purposesOf(policy, 'RESIDENT'));
});
