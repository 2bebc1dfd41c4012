import { vocabulary } from '../../../src/town/policy/vocabulary.ts';
import { expect, test } from '@jest/globals';
import { RowScope, type Relationship } from '../../../src/town/graphql/generated/schema.ts';
import { entryIsLogged } from '../../../src/engine/policy/vocabulary.ts';
import { rowScopes } from '../../../src/town/policy/row-scopes.ts';

// The relationships of each scope, from its description in the schema.
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

test('the rows of each scope have exactly the relationships of its description', () => {
  expect(Object.keys(rowScopes).toSorted()).toEqual(Object.values(RowScope).toSorted());
  for (const scope of Object.values(RowScope)) {
    expect({ scope, relationships: rowScopes[scope].relationships?.toSorted() }).toEqual({ scope, relationships: written[scope] });
  }
});

test('entering is logged if the rows belong to particular people, and for every mutation', () => {
  const unlogged = Object.values(RowScope).filter((scope) => !entryIsLogged(vocabulary, 'Query.tickets', scope));
  expect(unlogged.toSorted()).toEqual(['OPEN', 'QUEUE']);
  for (const scope of Object.values(RowScope)) expect(entryIsLogged(vocabulary, 'Mutation.assignTicket', scope)).toBe(true);
});
