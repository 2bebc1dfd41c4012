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

/**
 * Whether entering a root field with those rows is logged though nothing personal is asked for: a count or a
 * cursor tells of the people whose rows they are. What changes something is logged whatever the rows. Pure.
 */
export function entryIsLogged(field: string, scope: RowScope): boolean {
  return field.startsWith('Mutation.') || (scope !== 'OPEN' && scope !== 'QUEUE');
}
