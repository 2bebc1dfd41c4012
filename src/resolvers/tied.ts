import { WITH_RELATIONSHIPS } from '../records/row.ts';

/**
 * Marks a field whose rows are residents, read by `records/residents.ts` with what ties the asker to each: no
 * look-up has to follow, whether or not somebody was found.
 */
export function tied<Resolve>(resolve: Resolve): {
  readonly resolve: Resolve;
  readonly extensions: { readonly [WITH_RELATIONSHIPS]: true };
} {
  return { resolve, extensions: { [WITH_RELATIONSHIPS]: true } };
}
