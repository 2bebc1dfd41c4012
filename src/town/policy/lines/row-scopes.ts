import type { ScopeDescription } from '../../../engine/policy/declaration/vocabulary.ts';
import type { RowScope } from '../../shared/graphql/generated/schema.ts';

const particular = ['SELF', 'CARE', 'FAMILY', 'ENCOUNTER', 'ASSIGNED_TICKET', 'OPEN_REQUEST', 'MANDATE'] as const;

// `town/shared/access/scope.ts` defines the rows of each scope. OPEN holds nothing personal, so it cannot be compared with the others. Two
// scopes that depend on different cases cannot be compared, either.
/** The rows that each scope holds, and the relationships that they can have. */
export const rowScopes: Readonly<Record<RowScope, ScopeDescription>> = {
  OPEN: {
    rows: 'everything, since nothing in it is personal',
    extent: 'every row; none holds personal data',
    relationships: [],
    holds: [],
    subjects: 'NONE',
  },
  ALL: { rows: 'all rows', extent: 'every row', relationships: undefined, holds: [...particular, 'QUEUE'], subjects: 'ALL' },
  QUEUE: {
    rows: 'the rows of the queue',
    extent: 'every row of the queue',
    relationships: undefined,
    holds: [...particular, 'ALL'],
    subjects: 'HIDDEN',
  },
  SELF: { rows: 'their own rows', extent: 'those of themselves', relationships: ['SELF'], holds: [], subjects: 'RELATED' },
  CARE: {
    rows: 'the rows of themselves and the minors in their care',
    extent: 'those of themselves and of the minors in their care',
    relationships: ['SELF', 'GUARDIAN'],
    holds: ['SELF'],
    subjects: 'RELATED',
  },
  FAMILY: {
    rows: 'the rows of themselves, the minors in their care and the adults of the household',
    extent: 'those of themselves, of the minors in their care and of the adults of the household',
    relationships: ['SELF', 'GUARDIAN', 'HOUSEHOLD'],
    holds: ['SELF', 'CARE'],
    subjects: 'RELATED',
  },
  ENCOUNTER: {
    rows: 'the rows of the encounter',
    extent: 'those of the person being served',
    isOfCase: true,
    relationships: ['ENCOUNTER'],
    holds: [],
    subjects: 'RELATED',
  },
  ASSIGNED_TICKET: {
    rows: 'the rows of the assigned ticket',
    extent: 'those of the person whose ticket is the case',
    isOfCase: true,
    relationships: ['ASSIGNED_TICKET'],
    holds: [],
    subjects: 'RELATED',
  },
  OPEN_REQUEST: {
    rows: 'the rows of the open request',
    extent: 'those of the person whose request is the case',
    isOfCase: true,
    relationships: ['OPEN_REQUEST'],
    holds: [],
    subjects: 'RELATED',
  },
  MANDATE: {
    rows: 'the rows of the mandate',
    extent: 'those of the persons named in the mandate in force',
    relationships: ['MANDATE'],
    holds: [],
    subjects: 'RELATED',
  },
};
