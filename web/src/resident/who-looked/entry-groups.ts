import type { WhoLookedQuery } from '../generated/graphql.ts';

type Connection = NonNullable<NonNullable<WhoLookedQuery['me']>['accessHistory']>;
export type Entry = NonNullable<NonNullable<Connection['edges']>[number]['node']>;
type Some<Item> = readonly [Item, ...Item[]];

/** Reads under one case for one purpose. */
export interface PurposeGroup {
  readonly key: string;
  /** Those that showed something, the newest first. */
  readonly seen: readonly Entry[];
  /** Those that showed nothing, such as the beginning of an encounter, the newest first. */
  readonly empty: readonly Entry[];
  /** The newest of all. Its sentence says why, as that of each of them does. */
  readonly newest: Entry;
  /** The categories that were seen, each once. */
  readonly fields: readonly string[];
}

/** Reads that belong together: those of a visit to the counter, of a ticket, a request or a mandate. */
export interface EntryGroup {
  readonly key: string;
  /** The newest first. */
  readonly entries: Some<Entry>;
  /** The purpose of the newest read first. */
  readonly purposes: Some<PurposeGroup>;
}

/**
 * Puts reads of one kind under one case together, and under it those for one purpose. The group with the newest read comes first, so
 * that older pages only add to the end. A case is known by a name that no other reader has, so it tells nothing of what others are shown.
 * @param entries the newest first
 */
export function groupEntries(entries: readonly Entry[], kind: Entry['kind']): readonly EntryGroup[] {
  const groups = new Map<string, [Entry, ...Entry[]]>();
  for (const entry of entries) {
    if (entry.kind !== kind) continue;
    // A read without a case stands alone.
    add(groups, entry.case ?? entry.id ?? '', entry);
  }
  return [...groups].map(([key, group]) => ({ key, entries: group, purposes: byPurpose(group) }));
}

function byPurpose(entries: Some<Entry>): Some<PurposeGroup> {
  const groups = new Map<string, [Entry, ...Entry[]]>();
  // A reader under another role or relationship has another reason.
  for (const entry of entries) add(groups, `${entry.by?.role} ${entry.purpose} ${entry.relationship}`, entry);
  const [first, ...others] = [...groups].map(([key, group]) => purposeGroup(key, group));
  return [first!, ...others];
}

function purposeGroup(key: string, group: Some<Entry>): PurposeGroup {
  const seen = group.filter(({ fields }) => (fields?.length ?? 0) > 0);
  const empty = group.filter((entry) => !seen.includes(entry));
  return { key, seen, empty, newest: group[0], fields: [...new Set(seen.flatMap(({ fields }) => fields ?? []))] };
}

function add(groups: Map<string, [Entry, ...Entry[]]>, key: string, entry: Entry): void {
  const group = groups.get(key);
  if (group) group.push(entry);
  else groups.set(key, [entry]);
}
