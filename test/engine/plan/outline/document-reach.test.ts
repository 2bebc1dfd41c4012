import { town } from '../../../../src/town/index.ts';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'graphql';
import { reachOf } from '../../../../src/engine/plan/outline/document-reach.ts';
import { buildSchema } from '../../../../src/server/spine/document/build-schema.ts';
import type { Purpose } from '../../../../src/town/graphql/generated/schema.ts';
import { policyInForce as policy } from '../../../../src/town/policy/policy.ts';

const built = { ...buildSchema(town), policy };
const reach = (text: string, purpose?: Purpose) => reachOf(built, parse(text), purpose);
const rolesOf = (text: string, purpose?: Purpose): string[] => [...new Set(reach(text, purpose).reaches.map(({ role }) => role))];

describe('a document is about nobody', () => {
  test.each(['{ privacyStatement { version } }', '{ services(first: 5) { totalCount edges { node { name } } } }'])('%s', (text) => {
    const { personal, reaches } = reach(text);
    expect([personal, reaches.some(({ role }) => role === 'ANONYMOUS')]).toEqual([false, true]);
    expect(new Set(reaches.flatMap(({ categories }) => categories))).toEqual(new Set());
  });
});

describe('a document is about people', () => {
  test.each([
    ['that selects a personal field', '{ me { givenName } }'],
    ['that only counts them', '{ residents(first: 1) { totalCount } }'],
    ['that only says whether they are there', '{ me { __typename } }'],
    ['that changes something', 'mutation ($input: PurchaseInput!) { purchase(input: $input) { __typename } }'],
    ['beside the catalogue', '{ services { totalCount } me { __typename } }'],
    ['in a fragment', 'query { ...F } fragment F on Query { me { initials } }'],
    ['behind a variable', 'query ($more: Boolean!) { services { totalCount } me @include(if: $more) { givenName } }'],
    ['that is not open to everybody', '{ webVisits { totalCount } }'],
  ])('%s', (_what, text) => {
    expect(reach(text).personal).toBe(true);
  });
});

test('a document that asks by something personal is about people, also where its field were open to everybody', () => {
  const line = { fields: ['Query.residents'], role: 'ANYBODY', purposes: 'ANY', scope: 'OPEN', clause: 'willing' } as const;
  const opened = { ...built, policy: { ...policy, rootFields: [line, ...policy.rootFields] } };
  const asks = 'query ($name: String) { residents(filter: { familyName: $name }) { pageInfo { hasNextPage } } }';
  expect(reachOf(opened, parse(asks), undefined).personal).toBe(true);
});

test('the categories are those that some relationship could open to the role, for the purpose', () => {
  const text = '{ residents { edges { node { familyName email birthDate } } } }';
  expect(reach(text, 'SERVICE_PROVISION').reaches).toEqual([
    { role: 'CUSTOMER_SERVICE', purpose: 'SERVICE_PROVISION', categories: expect.arrayContaining(['EMAIL', 'NAME']) },
  ]);
  expect(rolesOf(text, 'WEBSITE_SECURITY')).toEqual([]);
  expect(rolesOf('{ webVisits { edges { node { section } } } }', 'WEBSITE_SECURITY')).toEqual(['SECURITY']);
});
