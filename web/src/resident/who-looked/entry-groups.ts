import type { WhoLookedQuery } from '../generated/graphql.ts';

type Connection = NonNullable<NonNullable<WhoLookedQuery['me']>['accessHistory']>;
export type Entry = NonNullable<NonNullable<Connection['edges']>[number]['node']>;

/** Reads that belong together. */
export interface EntryGroup {
  readonly key: string;
  /** The newest first; at least one. */
  readonly entries: readonly [Entry, ...Entry[]];
}

/**
 * Puts reads of one kind under one case together. The group with the newest read comes first, so that older pages only add to the end.
 * @param entries the newest first
 */
export function groupEntries(entries: readonly Entry[], kind: Entry['kind']): readonly EntryGroup[] {
  const groups = new Map<string, [Entry, ...Entry[]]>();
  for (const entry of entries) {
    if (entry.kind !== kind) continue;
    // A read without a case stands alone.
    const key = entry.case ?? entry.id ?? '';
    const group = groups.get(key);
    if (group) group.push(entry);
    else groups.set(key, [entry]);
  }
  return [...groups].map(([key, group]) => ({ key, entries: group }));
}
