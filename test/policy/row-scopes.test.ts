import { expect, test } from '@jest/globals';
import { RowScope, type Relationship } from '../../src/generated/schema.ts';
import { scopeRelationships } from '../../src/policy/row-scopes.ts';

// What the schema says of each scope, as relationships.
const written: Readonly<Record<RowScope, readonly Relationship[] | undefined>> = {
  OPEN: [],
  ALL: undefined,
  QUEUE: undefined,
  SELF: ['SELF'],
  CARE: ['GUARDIAN', 'SELF'],
  FAMILY: ['GUARDIAN', 'HOUSEHOLD', 'SELF'],
  ENCOUNTER: ['ENCOUNTER'],
  ASSIGNED_TICKET: ['ASSIGNED_TICKET'],
  OPEN_REQUEST: ['OPEN_REQUEST'],
  MANDATE: ['MANDATE'],
};

test('the rows of each scope have the relationships that its description names, and no others', () => {
  expect(Object.keys(scopeRelationships).toSorted()).toEqual(Object.values(RowScope).toSorted());
  for (const scope of Object.values(RowScope)) {
    expect({ scope, relationships: scopeRelationships[scope]?.toSorted() }).toEqual({ scope, relationships: written[scope] });
  }
});
