import type { RowScope } from '../../application.ts';

const particular: readonly RowScope[] = ['SELF', 'CARE', 'FAMILY', 'ENCOUNTER', 'ASSIGNED_TICKET', 'OPEN_REQUEST', 'MANDATE'];

// Which scopes contain all rows of another, as town/access/scope.ts defines them; QUEUE has the same rows as ALL. OPEN holds
// nothing personal, so it cannot be compared with the others. Two scopes that depend on different cases cannot, either.
const within: Readonly<Partial<Record<RowScope, readonly RowScope[]>>> = {
  CARE: ['SELF'],
  FAMILY: ['SELF', 'CARE'],
  QUEUE: [...particular, 'ALL'],
  ALL: [...particular, 'QUEUE'],
};

/** Whether every row of `other` is certainly a row of `scope`. Pure. */
export function holdsAllOf(scope: RowScope, other: RowScope): boolean {
  return scope === other || within[scope]?.includes(other) === true;
}
