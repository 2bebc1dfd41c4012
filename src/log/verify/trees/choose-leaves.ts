import { hashLength } from '../../tree/hashes.ts';

/** The leaf hashes below one tile, concatenated, from one source; undefined if the source has none. */
export type Candidate = Buffer | undefined;

/**
 * Chooses the signed leaf hashes among those of the tile, the bundle and the entries. The tree above decides. If it
 * matches none, it was altered itself, or several of the three were: then each leaf on which two agree is taken, and
 * the root of the whole tree shows in the end whether that was right.
 * @param entries called only if tile and bundle disagree, or the tree above matches neither; zeros where there is no entry
 * @param fits whether the leaves match the tree above
 */
export function chooseLeaves(
  width: number,
  tile: Candidate,
  bundle: Candidate,
  entries: () => Candidate,
  fits: (leaves: Buffer) => boolean,
): Buffer {
  const agreed = tile && bundle?.equals(tile);
  if (agreed && fits(tile)) return tile;
  const computed = entries();
  for (const candidate of agreed ? [computed] : [tile, bundle, computed]) if (candidate && fits(candidate)) return candidate;
  return agreed ? tile : vote(width, [tile, bundle, computed]);
}

function vote(width: number, candidates: readonly Candidate[]): Buffer {
  const chosen = Buffer.alloc(width * hashLength);
  for (let at = 0; at < width; at++) {
    const hashes = candidates.flatMap((candidate) => (candidate ? [candidate.subarray(at * hashLength, (at + 1) * hashLength)] : []));
    const winner = hashes.find((one, at) => hashes.some((other, otherAt) => otherAt > at && one.equals(other))) ?? hashes[0];
    if (winner) chosen.set(winner, at * hashLength);
  }
  return chosen;
}
