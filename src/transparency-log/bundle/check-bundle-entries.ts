import { leafData } from '../digests.ts';
import { hashLeaf, hashLength, sameHash } from '../hashes.ts';
import { tileWidth } from '../tile.ts';
import type { Bundle, BundleEntry } from './bundle.ts';
import { checkBundleOpenings } from './check-bundle-openings.ts';
import type { Report } from './bundle-findings.ts';
import type { ProvenTiles } from './proven-tiles.ts';

/**
 * Holds the entries against the tree: each number of the range once, in order, with the header whose
 * leaf was signed there.
 * @param tiles undefined: there is no tree to hold them against
 * @returns how many were proven
 */
export async function checkBundleEntries(
  { entries, population, engagement }: Bundle,
  tiles: ProvenTiles | undefined,
  report: Report,
): Promise<number> {
  let next = population.first;
  let proven = 0;
  for (const entry of entries) {
    if (entry.number < next || entry.number > population.last) {
      report('BUNDLE_ENTRY_ADDED', `entry ${entry.number}`);
      continue;
    }
    missing(next, entry.number, report);
    next = entry.number + 1;
    const fits = await isSigned(entry, tiles);
    if (fits) proven += 1;
    if (fits === false) report('BUNDLE_ENTRY_ALTERED', `entry ${entry.number}`);
    // Digests of a header that is not the one signed would say nothing of the openings.
    else checkBundleOpenings(entry, engagement, report);
  }
  missing(next, population.last + 1, report);
  return proven;
}

/** Says so once for numbers that follow each other: a range may be anything that somebody has written. */
function missing(first: number, end: number, report: Report): void {
  if (first < end) report('BUNDLE_ENTRY_MISSING', end - first === 1 ? `entry ${first}` : `entries ${first} to ${end - 1}`);
}

/** Whether the header's leaf is the one in the tree; undefined where there is no proven tile to tell. */
async function isSigned({ number, header }: BundleEntry, tiles: ProvenTiles | undefined): Promise<boolean | undefined> {
  const hashes = await tiles?.get(0, BigInt(Math.floor(number / tileWidth)));
  if (!hashes) return undefined;
  const at = (number % tileWidth) * hashLength;
  const leaf = hashLeaf(leafData(header));
  return sameHash(leaf, hashes.subarray(at, at + hashLength));
}
