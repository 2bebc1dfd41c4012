import { WITH_RELATIONSHIPS } from '../../../engine/rows/row.ts';

/**
 * Marks a field whose rows are residents that `town/people/residents.ts` selects together with their relationships. No look-up is
 * needed afterwards, even if no row was found.
 */
export function withRelationships<Resolve>(resolve: Resolve): {
  readonly resolve: Resolve;
  readonly extensions: { readonly [WITH_RELATIONSHIPS]: true };
} {
  return { resolve, extensions: { [WITH_RELATIONSHIPS]: true } };
}
