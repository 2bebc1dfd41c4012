import type { ScopeDescription } from '../../engine/policy/vocabulary.ts';
import type { RowScope } from '../graphql/generated/schema.ts';

const particular = ['SELF', 'CARE', 'FAMILY', 'ENCOUNTER', 'ASSIGNED_TICKET', 'OPEN_REQUEST', 'MANDATE'] as const;

// What a scope holds is as `town/access/scope.ts` defines the scopes. OPEN holds nothing personal, so it cannot be compared with the others.
// Two scopes that depend on different cases cannot, either.
/** The rows that each scope holds, and the relationships that they can have. */
export const rowScopes: Readonly<Record<RowScope, ScopeDescription>> = {
  OPEN: { rows: 'everything, since nothing in it is personal', relationships: [], holds: [], entryIsLogged: false },
  ALL: { rows: 'all rows', relationships: undefined, holds: [...particular, 'QUEUE'], entryIsLogged: true },
  QUEUE: { rows: 'the rows of the queue', relationships: undefined, holds: [...particular, 'ALL'], entryIsLogged: false },
  SELF: { rows: 'their own rows', relationships: ['SELF'], holds: [], entryIsLogged: true },
  CARE: {
    rows: 'the rows of themselves and the minors in their care',
    relationships: ['SELF', 'GUARDIAN'],
    holds: ['SELF'],
    entryIsLogged: true,
  },
  FAMILY: {
    rows: 'the rows of themselves, the minors in their care and the adults of the household',
    relationships: ['SELF', 'GUARDIAN', 'HOUSEHOLD'],
    holds: ['SELF', 'CARE'],
    entryIsLogged: true,
  },
  ENCOUNTER: { rows: 'the rows of the encounter', isOfCase: true, relationships: ['ENCOUNTER'], holds: [], entryIsLogged: true },
  ASSIGNED_TICKET: {
    rows: 'the rows of the assigned ticket',
    isOfCase: true,
    relationships: ['ASSIGNED_TICKET'],
    holds: [],
    entryIsLogged: true,
  },
  OPEN_REQUEST: { rows: 'the rows of the open request', isOfCase: true, relationships: ['OPEN_REQUEST'], holds: [], entryIsLogged: true },
  MANDATE: { rows: 'the rows of the mandate', relationships: ['MANDATE'], holds: [], entryIsLogged: true },
};
