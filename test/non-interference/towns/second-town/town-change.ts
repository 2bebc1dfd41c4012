import type { Random } from '../../../../demo/population/random.ts';
import { conflictsOfInterest } from '../expected-relationships.ts';
import type { Oracle } from '../../oracle.ts';
import type { Standpoint } from '../standpoints.ts';
import type { Resident, Town } from '../town.ts';

/** A second town while it is made: its hidden parts are changed. */
export interface TownChange {
  /** Changed in place. */
  readonly town: Town;
  readonly standpoint: Standpoint;
  readonly oracle: Oracle;
  readonly random: Random;
  /** RFC 3339 full-date. */
  readonly today: string;
  readonly now: Date;
  /** Whether the standpoint may see a category of a resident. False for residents of the second town only. */
  sees(residentId: string | null | undefined, category: string): boolean;
  /** Whether the standpoint may know that a resident is on record. */
  exists(residentId: string | null | undefined): boolean;
}

/** Removes the rows of a table that fail a test. */
export function keepRows<Name extends keyof Town>(town: Town, table: Name, test: (row: Town[Name][number]) => boolean): void {
  const rows = town[table] as Town[Name][number][];
  rows.splice(0, rows.length, ...rows.filter(test));
}

/** The residents that the standpoint may not know of, without those with whom there is a conflict of interest. */
export function hiddenResidents({ town, standpoint, exists }: TownChange): Resident[] {
  const conflicts = conflictsOfInterest(town, standpoint);
  return town['recreation.resident'].filter(({ id }) => !exists(id) && id !== standpoint.principal && !conflicts.has(id));
}

/** The data subjects of entries that a review or an audit reads whole. They stay on record, under their pseudonyms. */
export function inReadableLog({ town, oracle }: TownChange): string[] {
  const scope = oracle.scopeOf('Query.accessEntries');
  return scope === 'ALL' || scope === 'MANDATE' ? town['access_log.segment'].flatMap(({ subject_id }) => subject_id ?? []) : [];
}

/** The cases and mandates in access history that the standpoint may see. The reasons there state when they began and ended. */
export function inVisibleHistory({ town, oracle, sees }: TownChange): ReadonlySet<unknown> {
  const scope = oracle.scopeOf('Query.accessEntries');
  if (scope === undefined || scope === 'ALL' || scope === 'MANDATE') return new Set();
  const visible = new Set(town['access_log.segment'].filter(({ subject_id }) => sees(subject_id, 'ACCESS_HISTORY')).map(({ seq }) => seq));
  const matters = town['access_log.segment'].filter(({ seq, ordinal }) => ordinal === 1 && visible.has(seq));
  return new Set(matters.flatMap(({ content }) => [content?.['case'], content?.['authority']]));
}
