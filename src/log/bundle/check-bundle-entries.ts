import { leafData } from '../entry/serialize-header.ts';
import { hashLeaf, hashLength, sameHash } from '../tree/hashes.ts';
import { tileWidth } from '../tree/tile.ts';
import { paddingOfTiles } from '../tree/padding.ts';
import type { Bundle } from './bundle.ts';
import { checkBundleSegments } from './check-bundle-segments.ts';
import type { Report } from './bundle-findings.ts';
import type { ProvenTiles } from './proven-tiles.ts';

/**
 * Checks the entries against the tree: each number of the range must be there once, in order, and its header must match
 * the leaf at that number. A number without an entry must be padding.
 * @param partnerRoles the roles whose principals are organisations, not people
 * @param tiles undefined if there is no verified tree
 * @returns how many entries were proven
 */
export async function checkBundleEntries(
  { entries, population, engagement, padding: shown }: Bundle,
  partnerRoles: readonly string[],
  tiles: ProvenTiles | undefined,
  report: Report,
): Promise<number> {
  const keys = new Map(shown.map(({ tile, key }) => [tile, Buffer.from(key, 'hex')]));
  const padding = paddingOfTiles(keys);
  const isPadding = async (number: number): Promise<boolean> => {
    const leaf = padding.leafAt(number);
    return leaf !== undefined && (await isLeaf(number, leaf, tiles)) !== false;
  };
  const tilesShown = [...keys.keys()].toSorted((one, other) => one - other);
  let shownFrom = 0;
  const reportMissing = async (first: number, end: number): Promise<void> => {
    let missing = first;
    while ((tilesShown[shownFrom] ?? Infinity) < Math.floor(first / tileWidth)) shownFrom += 1;
    // An untrusted range may be of any length: only what could be padding is looked at one by one.
    for (let at = shownFrom; (tilesShown[at] ?? Infinity) * tileWidth < end; at++) {
      const tile = tilesShown[at]!;
      const from = Math.max(missing, tile * tileWidth);
      const to = Math.min(end, (tile + 1) * tileWidth);
      for (let number = from; number < to; number++) {
        if (!(await isPadding(number))) continue;
        reportRange(missing, number, report);
        missing = number + 1;
      }
    }
    reportRange(missing, end, report);
  };
  let next = population.first;
  let proven = 0;
  for (const entry of entries) {
    if (entry.number < next || entry.number > population.last) {
      report('BUNDLE_ENTRY_ADDED', `entry ${entry.number}`);
      continue;
    }
    await reportMissing(next, entry.number);
    next = entry.number + 1;
    const signed = await isLeaf(entry.number, leafData(entry.header), tiles);
    if (signed) proven += 1;
    if (signed === false) report('BUNDLE_ENTRY_ALTERED', `entry ${entry.number}`);
    // The root of an altered header would prove nothing about the segments.
    else checkBundleSegments(entry, engagement, partnerRoles, report);
  }
  await reportMissing(next, population.last + 1);
  return proven;
}

/** Reports adjacent numbers as one finding: an untrusted range may be of any length. */
function reportRange(first: number, end: number, report: Report): void {
  if (first < end) report('BUNDLE_ENTRY_MISSING', end - first === 1 ? `entry ${first}` : `entries ${first} to ${end - 1}`);
}

/** Whether a leaf is the one in the tree; undefined if there is no proven tile to compare it with. */
async function isLeaf(number: number, data: Uint8Array, tiles: ProvenTiles | undefined): Promise<boolean | undefined> {
  const hashes = await tiles?.get(0, BigInt(Math.floor(number / tileWidth)));
  if (!hashes) return undefined;
  const at = (number % tileWidth) * hashLength;
  return sameHash(hashLeaf(data), hashes.subarray(at, at + hashLength));
}
