import type { Relationship, RowScope } from '../graphql/generated/schema.ts';

/** The relationships that the rows of each scope can have; undefined: every relationship that the role can have. */
export const scopeRelationships: Readonly<Record<RowScope, readonly Relationship[] | undefined>> = {
  OPEN: [],
  ALL: undefined,
  QUEUE: undefined,
  SELF: ['SELF'],
  CARE: ['SELF', 'GUARDIAN'],
  FAMILY: ['SELF', 'GUARDIAN', 'HOUSEHOLD'],
  ENCOUNTER: ['ENCOUNTER'],
  ASSIGNED_TICKET: ['ASSIGNED_TICKET'],
  OPEN_REQUEST: ['OPEN_REQUEST'],
  MANDATE: ['MANDATE'],
};

/**
 * Whether entering a root field is logged even if no personal field is selected: a count or a cursor reveals something about
 * the data subjects of the rows. Mutations are always logged. Pure.
 */
export function entryIsLogged(field: string, scope: RowScope): boolean {
  return field.startsWith('Mutation.') || (scope !== 'OPEN' && scope !== 'QUEUE');
}
