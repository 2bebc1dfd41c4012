import type { Checkpoint } from '../../tree/checkpoint.ts';
import { verifyCosignatures } from '../../keys/cosignature.ts';
import { LogError } from '../../encoding/log-error.ts';
import { verifyCheckpoint } from '../../keys/log-keys.ts';
import type { Findings } from '../log-findings.ts';
import type { LogSource } from '../source/log-source.ts';
import { places } from '../source/places.ts';
import type { StatedTree } from '../source/read-checkpoint.ts';
import type { VerifyOptions } from '../verification.ts';

/** An earlier tree that the current one must continue. */
export interface OlderTree {
  readonly size: number;
  readonly root: Uint8Array;
  readonly place: string;
}

/** A tree that a known witness had seen at a time (POSIX seconds). */
export interface WitnessedTree {
  readonly name: string;
  readonly size: number;
  readonly time: number;
}

/** Stage 2: reads the earlier trees that the log signed: the verifier's older checkpoint and those of witnesses. */
export async function readOlderTrees(
  source: LogSource,
  tree: StatedTree | undefined,
  options: VerifyOptions,
  findings: Findings,
): Promise<{ readonly older: readonly OlderTree[]; readonly witnessed: readonly WitnessedTree[] }> {
  const older: OlderTree[] = [];
  const witnessed: WitnessedTree[] = [];
  if (options.since !== undefined) {
    const checkpoint = attempt(() => verifyCheckpoint(options.since!, options.keys, options.origin));
    if (checkpoint) older.push(olderTree(checkpoint, places.older));
    else findings.add('OLDER_CHECKPOINT_INVALID', places.older);
  }
  if (tree?.checkpoint) {
    const times = attempt(() => verifyCosignatures(tree.note, options.witnesses ?? []));
    if (!times) findings.add('COSIGNATURE_INVALID', places.checkpoint);
    for (const { witness, time } of times ?? []) witnessed.push({ name: witness.name, size: tree.size, time: Number(time) });
  }
  for (const { witness, note, line, size, time } of (await source.cosignatures?.()) ?? []) {
    const place = places.cosignature(witness, size);
    const whole = `${note}${line}\n`;
    const checkpoint = attempt(() => verifyCheckpoint(note, options.keys, options.origin));
    const times = attempt(() => verifyCosignatures(whole, options.witnesses ?? []));
    if (!checkpoint || !times) {
      findings.add('COSIGNATURE_INVALID', place);
      continue;
    }
    const [by] = times;
    // The row of a known witness has another witness's line: its own line was removed.
    if (by?.witness.vkey !== witness && options.witnesses?.some(({ vkey }) => vkey === witness)) findings.add('COSIGNATURE_INVALID', place);
    if ((by && by.witness.vkey !== witness) || BigInt(size) !== checkpoint.size || (by && Number(by.time) !== time))
      findings.add('COSIGNATURE_ALTERED', place);
    older.push(olderTree(checkpoint, place));
    if (by) witnessed.push({ name: by.witness.name, size: Number(checkpoint.size), time: Number(by.time) });
  }
  return { older, witnessed };
}

/** Stage 5: checks whether the tree continues each earlier one. @returns whether it does not: the log was rolled back, or has two histories */
export function checkOlderTrees(
  older: readonly OlderTree[],
  rootAt: ReadonlyMap<number, Uint8Array>,
  size: number,
  findings: Findings,
): boolean {
  let isRolledBack = false;
  const largest = Math.max(0, ...older.map((tree) => tree.size));
  if (largest > size) findings.add('ENTRIES_LOST', places.entries(size, largest - 1));
  for (const tree of older) {
    const root = rootAt.get(tree.size);
    if (tree.size <= size && root && Buffer.compare(root, tree.root) === 0) continue;
    findings.add(tree.size > size ? 'OLDER_TREE_LARGER' : 'OLDER_TREE_FORKED', tree.place);
    isRolledBack = true;
  }
  return isRolledBack;
}

function olderTree({ size, root }: Checkpoint, place: string): OlderTree {
  return { size: Number(size), root, place };
}

function attempt<Result>(work: () => Result): Result | undefined {
  try {
    return work();
  } catch (error) {
    if (error instanceof LogError) return undefined;
    throw error;
  }
}
