import { leafData } from '../header-forms.ts';
import { hashLeaf, hashLength, sameHash } from '../hashes.ts';
import { tileWidth } from '../tile.ts';
import type { Bundle, BundleEntry } from './bundle.ts';
import { checkBundleOpenings } from './check-bundle-openings.ts';
import type { Report } from './bundle-findings.ts';
import type { ProvenTiles } from './proven-tiles.ts';

/**
 * Checks the entries against the tree: each number of the range must be there once, in order, and its header must match
 * the leaf at that number.
 * @param partnerRoles the roles whose principals are organisations, not people
 * @param tiles undefined if there is no verified tree
 * @returns how many entries were proven
 */
export async function checkBundleEntries(
  { entries, population, engagement }: Bundle,
  partnerRoles: readonly string[],
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
    reportMissing(next, entry.number, report);
    next = entry.number + 1;
    const signed = await isSigned(entry, tiles);
    if (signed) proven += 1;
    if (signed === false) report('BUNDLE_ENTRY_ALTERED', `entry ${entry.number}`);
    // The root of an altered header would prove nothing about the openings.
    else checkBundleOpenings(entry, engagement, partnerRoles, report);
  }
  reportMissing(next, population.last + 1, report);
  return proven;
}

/** Reports adjacent numbers as one finding: an untrusted range may be of any length. */
function reportMissing(first: number, end: number, report: Report): void {
  if (first < end) report('BUNDLE_ENTRY_MISSING', end - first === 1 ? `entry ${first}` : `entries ${first} to ${end - 1}`);
}

/** Whether the header's leaf is the one in the tree; undefined if there is no proven tile to compare it with. */
async function isSigned({ number, header }: BundleEntry, tiles: ProvenTiles | undefined): Promise<boolean | undefined> {
  const hashes = await tiles?.get(0, BigInt(Math.floor(number / tileWidth)));
  if (!hashes) return undefined;
  const at = (number % tileWidth) * hashLength;
  const leaf = hashLeaf(leafData(header));
  return sameHash(leaf, hashes.subarray(at, at + hashLength));
}
