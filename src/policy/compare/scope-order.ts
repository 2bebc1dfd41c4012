import type { RowScope } from '../../generated/schema.ts';

// Which scopes hold all rows of another, by records/scope.ts. OPEN holds nothing personal, so it is
// neither wider nor narrower than one that does; nor are two that hang on different cases.
const within: Readonly<Partial<Record<RowScope, readonly RowScope[]>>> = {
  CARE: ['SELF'],
  FAMILY: ['SELF', 'CARE'],
  QUEUE: ['ASSIGNED_TICKET', 'OPEN_REQUEST'],
  ALL: ['SELF', 'CARE', 'FAMILY', 'ENCOUNTER', 'ASSIGNED_TICKET', 'OPEN_REQUEST', 'MANDATE', 'QUEUE'],
};

/** Whether every row of the one scope is surely a row of the other. Pure. */
export function holdsAllOf(scope: RowScope, other: RowScope): boolean {
  return scope === other || within[scope]?.includes(other) === true;
}
