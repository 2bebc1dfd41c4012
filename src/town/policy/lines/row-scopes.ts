import type { ScopeDescription } from '../../../engine/policy/declaration/vocabulary.ts';
import type { RowScope } from '../../shared/graphql/generated/schema.ts';

const particular = ['SELF', 'CARE', 'FAMILY', 'ENCOUNTER', 'ASSIGNED_TICKET', 'OPEN_REQUEST', 'MANDATE'] as const;

// `town/shared/access/scope.ts` defines the rows of each scope. OPEN holds nothing personal, so it cannot be compared with the others. Two
// scopes that depend on different cases cannot be compared, either.
/** The rows that each scope holds, and the relationships that they can have. */
export const rowScopes: Readonly<Record<RowScope, ScopeDescription>> = {
  OPEN: { rows: 'everything, since nothing in it is personal', relationships: [], holds: [], subjects: 'NONE' },
  ALL: { rows: 'all rows', relationships: undefined, holds: [...particular, 'QUEUE'], subjects: 'ALL' },
  QUEUE: { rows: 'the rows of the queue', relationships: undefined, holds: [...particular, 'ALL'], subjects: 'HIDDEN' },
  SELF: { rows: 'their own rows', relationships: ['SELF'], holds: [], subjects: 'RELATED' },
  CARE: {
    rows: 'the rows of themselves and the minors in their care',
    relationships: ['SELF', 'GUARDIAN'],
    holds: ['SELF'],
    subjects: 'RELATED',
  },
  FAMILY: {
    rows: 'the rows of themselves, the minors in their care and the adults of the household',
    relationships: ['SELF', 'GUARDIAN', 'HOUSEHOLD'],
    holds: ['SELF', 'CARE'],
    subjects: 'RELATED',
  },
  ENCOUNTER: { rows: 'the rows of the encounter', isOfCase: true, relationships: ['ENCOUNTER'], holds: [], subjects: 'RELATED' },
  ASSIGNED_TICKET: {
    rows: 'the rows of the assigned ticket',
    isOfCase: true,
    relationships: ['ASSIGNED_TICKET'],
    holds: [],
    subjects: 'RELATED',
  },
  OPEN_REQUEST: { rows: 'the rows of the open request', isOfCase: true, relationships: ['OPEN_REQUEST'], holds: [], subjects: 'RELATED' },
  MANDATE: { rows: 'the rows of the mandate', relationships: ['MANDATE'], holds: [], subjects: 'RELATED' },
};
