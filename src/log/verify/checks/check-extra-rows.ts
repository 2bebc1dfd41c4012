import type { FindingCode, Findings } from '../log-findings.ts';
import type { EntryStore, UnnumberedKind } from '../source/log-source.ts';
import { places } from '../source/places.ts';

const unnumberedCodes: Readonly<Record<UnnumberedKind, FindingCode>> = {
  entry: 'ENTRY_INSERTED',
  posting: 'POSTING_ADDED',
  tile: 'TILE_ADDED',
  'staged entry': 'STAGED_ALTERED',
};

/**
 * Reports stored rows that have no place in a tree of that size.
 * @param longer whether a tile has more hashes than the size allows
 */
export async function checkExtraRows(store: EntryStore | undefined, size: number, longer: boolean, findings: Findings): Promise<void> {
  const extraRows = await store?.extraRows(size);
  if (longer || extraRows?.entries.some((number) => number >= size)) findings.add('CHECKPOINT_BEHIND', places.checkpoint);
  if ((extraRows?.checkpoints ?? 0) > 1) findings.add('CHECKPOINT_TWICE', places.checkpoint);
  for (const kind of extraRows?.unnumbered ?? []) findings.add(unnumberedCodes[kind], places.unnumbered(kind));
  for (const number of extraRows?.entries ?? []) findings.add('ENTRY_INSERTED', places.entry(number));
  for (const number of extraRows?.postings ?? []) findings.add('POSTING_ADDED', places.entry(number));
  for (const { level, index } of extraRows?.tiles ?? []) findings.add('TILE_ADDED', places.tile(level, index));
}
