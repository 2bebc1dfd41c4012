import type { RowScope } from '../../generated/schema.ts';

const particular: readonly RowScope[] = ['SELF', 'CARE', 'FAMILY', 'ENCOUNTER', 'ASSIGNED_TICKET', 'OPEN_REQUEST', 'MANDATE'];

// Which scopes hold all rows of another, by records/scope.ts, where QUEUE holds what ALL holds. OPEN holds
// nothing personal, so it is neither wider nor narrower than one that does; nor are two that hang on
// different cases.
const within: Readonly<Partial<Record<RowScope, readonly RowScope[]>>> = {
  CARE: ['SELF'],
  FAMILY: ['SELF', 'CARE'],
  QUEUE: [...particular, 'ALL'],
  ALL: [...particular, 'QUEUE'],
};

/** Whether every row of the one scope is surely a row of the other. Pure. */
export function holdsAllOf(scope: RowScope, other: RowScope): boolean {
  return scope === other || within[scope]?.includes(other) === true;
}
