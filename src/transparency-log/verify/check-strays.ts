import type { FindingCode, Findings } from './findings.ts';
import type { EntryStore, Unplaced } from './log-source.ts';
import { places } from './places.ts';

const unplacedCodes: Readonly<Record<Unplaced, FindingCode>> = {
  entry: 'ENTRY_INSERTED',
  opening: 'OPENING_ADDED',
  tile: 'TILE_ADDED',
  'staged entry': 'STAGED_ALTERED',
};

/**
 * Finds what has no place in a tree of that size.
 * @param longer whether tiles hold more than the size says
 */
export async function checkStrays(store: EntryStore | undefined, size: number, longer: boolean, findings: Findings): Promise<void> {
  const strays = await store?.strays(size);
  if (longer || strays?.entries.some((number) => number >= size)) findings.add('CHECKPOINT_BEHIND', places.checkpoint);
  if ((strays?.checkpoints ?? 0) > 1) findings.add('CHECKPOINT_TWICE', places.checkpoint);
  for (const kind of strays?.unplaced ?? []) findings.add(unplacedCodes[kind], places.unplaced(kind));
  for (const number of strays?.entries ?? []) findings.add('ENTRY_INSERTED', places.entry(number));
  for (const { number, ordinal } of strays?.openings ?? []) findings.add('OPENING_ADDED', places.opening(number, ordinal));
  for (const { level, index } of strays?.tiles ?? []) findings.add('TILE_ADDED', places.tile(level, index));
}
