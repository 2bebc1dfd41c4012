import { describe, expect, test } from '@jest/globals';
import { parse } from 'graphql';
import { reachOf } from '../../../../src/engine/plan/outline/document-reach.ts';
import { buildSchema } from '../../../../src/server/spine/document/build-schema.ts';
import { clubPolicy as policy } from '../../club/policy.ts';
import type { Purpose } from '../../../../src/engine/register.ts';
import { club } from '../../club/club.ts';

const built = { ...buildSchema(club), policy };
const reach = (text: string, purpose?: Purpose) => reachOf(built, parse(text), purpose);
const rolesOf = (text: string, purpose?: Purpose): string[] => [...new Set(reach(text, purpose).reaches.map(({ role }) => role))];

describe('a document is about no person', () => {
  test.each(['{ houseRules }', '{ courses { edges { node { name } } } }'])('%s', (text) => {
    const { personal, reaches } = reach(text);
    expect([personal, reaches.some(({ role }) => role === 'VISITOR')]).toEqual([false, true]);
    expect(new Set(reaches.flatMap(({ categories }) => categories))).toEqual(new Set());
  });
});

describe('a document is about people', () => {
  test.each([
    ['that selects a personal field', '{ me { givenName } }'],
    ['that only counts them', '{ members { totalCount } }'],
    ['that only says whether they are there', '{ me { __typename } }'],
    ['that changes something', 'mutation ($input: BookingInput!) { book(input: $input) { __typename } }'],
    ['beside the catalogue', '{ courses { __typename } me { __typename } }'],
    ['in a fragment', 'query { ...F } fragment F on Query { me { initials } }'],
    ['behind a variable', 'query ($more: Boolean!) { courses { __typename } me @include(if: $more) { givenName } }'],
    ['that is not open to everybody', '{ doorVisits { __typename } }'],
  ])('%s', (_what, text) => {
    expect(reach(text).personal).toBe(true);
  });
});

test('a document that asks by something personal is about people, also where its field were open to everybody', () => {
  const line = { fields: ['Query.members'], role: 'ANYBODY', purposes: 'ANY', scope: 'OPEN', clause: 'openness' } as const;
  const opened = { ...built, policy: { ...policy, rootFields: [line, ...policy.rootFields] } };
  const asks = 'query ($name: String) { members(filter: { familyName: $name }) { __typename } }';
  expect(reachOf(opened, parse(asks), undefined).personal).toBe(true);
});

test('the categories are those that some relationship could open to the role, for the purpose', () => {
  const text = '{ members { edges { node { familyName email birthDate } } } }';
  expect(reach(text, 'RECEPTION').reaches).toEqual([
    { role: 'RECEPTIONIST', purpose: 'RECEPTION', categories: expect.arrayContaining(['EMAIL', 'NAME']) },
  ]);
  expect(rolesOf(text, 'BUILDING_SAFETY')).toEqual([]);
  expect(rolesOf('{ doorVisits { edges { node { door } } } }', 'BUILDING_SAFETY')).toEqual(['CARETAKER']);
});
