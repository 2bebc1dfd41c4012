import type { RowScope } from '../../../register.ts';
import type { Vocabulary } from '../../../policy/declaration/vocabulary.ts';

/** Whether every row of `other` is certainly a row of `scope`. Pure. */
export function holdsAllOf({ scopes }: Vocabulary, scope: RowScope, other: RowScope): boolean {
  // An older revision may have scopes that no longer exist.
  return scope === other || (scopes[scope]?.holds.includes(other) ?? false);
}
