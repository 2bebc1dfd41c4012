import { vocabulary } from '../../../../src/town/policy/words/vocabulary.ts';
import { expect, test } from '@jest/globals';
import { RowScope, type Relationship } from '../../../../src/town/shared/graphql/generated/schema.ts';
import { entryIsLogged, type ScopeSubjects } from '../../../../src/engine/policy/declaration/vocabulary.ts';
import { rowScopes } from '../../../../src/town/policy/lines/row-scopes.ts';

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

// In two sentences, whether they are of the declared case, and whose they are. Written by hand.
const described: Readonly<Record<RowScope, readonly [rows: string, extent: string, isOfCase: true | undefined, subjects: ScopeSubjects]>> =
  {
    OPEN: ['everything, since nothing in it is personal', 'every row; none holds personal data', undefined, 'NONE'],
    ALL: ['all rows', 'every row', undefined, 'ALL'],
    QUEUE: ['the rows of the queue', 'every row of the queue', undefined, 'HIDDEN'],
    SELF: ['their own rows', 'those of themselves', undefined, 'RELATED'],
    CARE: [
      'the rows of themselves and the minors in their care',
      'those of themselves and of the minors in their care',
      undefined,
      'RELATED',
    ],
    FAMILY: [
      'the rows of themselves, the minors in their care and the adults of the household',
      'those of themselves, of the minors in their care and of the adults of the household',
      undefined,
      'RELATED',
    ],
    ENCOUNTER: ['the rows of the encounter', 'those of the person being served', true, 'RELATED'],
    ASSIGNED_TICKET: ['the rows of the assigned ticket', 'those of the person whose ticket is the case', true, 'RELATED'],
    OPEN_REQUEST: ['the rows of the open request', 'those of the person whose request is the case', true, 'RELATED'],
    MANDATE: ['the rows of the mandate', 'those of the persons named in the mandate in force', undefined, 'RELATED'],
  };

test('the rows of each scope are described', () => {
  const found = Object.entries(rowScopes).map(([scope, one]) => [scope, [one.rows, one.extent, one.isOfCase, one.subjects]]);
  expect(Object.fromEntries(found)).toEqual(described);
  for (const scope of ['ALL', 'QUEUE'] as const) expect(Object.hasOwn(rowScopes[scope], 'relationships')).toBe(true);
});

// Which scopes have every row of another, by the predicates of `town/shared/access/scope.ts`.
const particular: readonly RowScope[] = ['SELF', 'CARE', 'FAMILY', 'ENCOUNTER', 'ASSIGNED_TICKET', 'OPEN_REQUEST', 'MANDATE'];
const holds: Readonly<Partial<Record<RowScope, readonly RowScope[]>>> = {
  ALL: [...particular, 'QUEUE'],
  QUEUE: [...particular, 'ALL'],
  CARE: ['SELF'],
  FAMILY: ['SELF', 'CARE'],
};

test('a scope holds the rows of the scopes that it certainly contains, and of no other', () => {
  for (const scope of Object.values(RowScope)) {
    expect({ scope, holds: rowScopes[scope].holds.toSorted() }).toEqual({ scope, holds: (holds[scope] ?? []).toSorted() });
  }
});

test('entering is logged if the rows belong to particular people, and for every mutation', () => {
  const unlogged = Object.values(RowScope).filter((scope) => !entryIsLogged(vocabulary, 'Query.tickets', scope));
  expect(unlogged.toSorted()).toEqual(['OPEN', 'QUEUE']);
  expect(entryIsLogged(vocabulary, 'Query.tickets', 'OF_AN_OLDER_REVISION' as RowScope)).toBe(true);
  for (const scope of Object.values(RowScope)) expect(entryIsLogged(vocabulary, 'Mutation.assignTicket', scope)).toBe(true);
});
