import { hashLength } from '../hashes.ts';

/** Leaf hashes of one tile's width, one behind the other; undefined from where there are none. */
export type Candidate = Buffer | undefined;

/**
 * Chooses the leaf hashes that were signed among those of the tile, the bundle and the entries. What
 * the tree above says decides; where that fits none, it was altered itself or several were, and then
 * what two of them agree on is taken: the root of the whole tells in the end.
 * @param entries is asked for only where tile and bundle disagree or the tree above fits neither; a place that
 *   has no entry holds zeroes
 * @param fits whether these are the leaves that the tree above says
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
  const made = entries();
  for (const candidate of agreed ? [made] : [tile, bundle, made]) if (candidate && fits(candidate)) return candidate;
  return agreed ? tile : vote(width, [tile, bundle, made]);
}

function vote(width: number, candidates: readonly Candidate[]): Buffer {
  const chosen = Buffer.alloc(width * hashLength);
  for (let at = 0; at < width; at++) {
    const said = candidates.flatMap((candidate) => (candidate ? [candidate.subarray(at * hashLength, (at + 1) * hashLength)] : []));
    const winner = said.find((one, place) => said.some((other, otherPlace) => otherPlace > place && one.equals(other))) ?? said[0];
    if (winner) chosen.set(winner, at * hashLength);
  }
  return chosen;
}
