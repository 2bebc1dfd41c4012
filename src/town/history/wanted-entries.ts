import type { AccessEntryFilter } from '../shared/graphql/generated/schema.ts';
import type { EntryFilter } from './entries/entry-filter.ts';

/** The filter of access entries that a client gave; everything if it gave none. */
export function wantedEntries(given: AccessEntryFilter | null | undefined): EntryFilter {
  const { from, until, role, purpose, outcome, ofAccount } = given ?? {};
  const instant = (value: string | null | undefined): Date | undefined => (value ? new Date(value) : undefined);
  return {
    from: instant(from),
    until: instant(until),
    role: role ?? undefined,
    purpose: purpose ?? undefined,
    outcome: outcome ?? undefined,
    ofAccount: ofAccount ?? undefined,
  };
}
