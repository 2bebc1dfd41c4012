import type { Random } from '../../demo/population/random.ts';
import type { Oracle } from './oracle.ts';
import type { Standpoint } from './standpoints.ts';
import type { Resident, Town } from './town.ts';

/** A town that is being changed wherever a standpoint may not see, and what is known meanwhile. */
export interface Difference {
  /** The town as it becomes; changed in place. */
  readonly town: Town;
  readonly standpoint: Standpoint;
  readonly oracle: Oracle;
  readonly random: Random;
  /** RFC 3339 full-date. */
  readonly today: string;
  readonly now: Date;
  /** Whether a category of a resident may be seen; of somebody who is in the new town alone, nothing. */
  sees(residentId: string | null | undefined, category: string): boolean;
  /** Whether it may be told that a resident is on record. */
  exists(residentId: string | null | undefined): boolean;
}

/** Keeps the rows of a table for which the test holds. */
export function keepRows<Name extends keyof Town>(town: Town, table: Name, test: (row: Town[Name][number]) => boolean): void {
  const rows = town[table] as Town[Name][number][];
  rows.splice(0, rows.length, ...rows.filter(test));
}

/** Residents who are nobody that the standpoint may know of, nor the principal in either capacity. */
export function hiddenResidents({ town, standpoint, exists }: Difference): Resident[] {
  const own = town['recreation.employee'].find(({ id }) => id === standpoint.principal)?.resident_id;
  return town['recreation.resident'].filter(({ id }) => !exists(id) && id !== standpoint.principal && id !== own);
}

/** Who is in entries that are read whole, by a review or an audit: they stay on record, under their pseudonyms. */
export function inReadableLog({ town, oracle }: Difference): string[] {
  const scope = oracle.scopeOf('Query.accessEntries');
  return scope === 'ALL' || scope === 'MANDATE' ? town['access_log.opening'].flatMap(({ subject_id }) => subject_id ?? []) : [];
}

/** The cases and mandates of reads that the standpoint is told of: what opened and closed such a need shows in the reason. */
export function inToldHistory({ town, oracle, sees }: Difference): ReadonlySet<unknown> {
  const scope = oracle.scopeOf('Query.accessEntries');
  if (scope === undefined || scope === 'ALL' || scope === 'MANDATE') return new Set();
  const told = new Set(town['access_log.opening'].filter(({ subject_id }) => sees(subject_id, 'ACCESS_HISTORY')).map(({ seq }) => seq));
  const matters = town['access_log.opening'].filter(({ seq, ordinal }) => ordinal === 1 && told.has(seq));
  return new Set(matters.flatMap(({ content }) => [content?.['case'], content?.['mandate']]));
}
