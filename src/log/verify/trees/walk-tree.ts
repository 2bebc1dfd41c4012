import { hashLength, hashTree } from '../../tree/hashes.ts';
import { tileWidth } from '../../tree/tile.ts';
import { type EntryCheck, computedLeaves } from '../checks/check-entries.ts';
import type { ReceiptCheck } from '../checks/check-receipts.ts';
import type { Findings } from '../log-findings.ts';
import { formOf, readLeaves } from './tile-leaves.ts';
import type { LogSource, StoredEntry, StoredRange } from '../source/log-source.ts';
import { Peaks } from './peaks.ts';
import { places } from '../source/places.ts';
import type { StatedTree } from '../source/read-checkpoint.ts';
import { chooseLeaves } from './choose-leaves.ts';
import { UpperTiles } from './upper-tiles.ts';

/** How many leaf tiles are read at once. The next ones are read while these are checked. */
const tilesAtOnce = 16;

/** The inputs and outputs of the walk. */
export interface Walk {
  readonly source: LogSource;
  readonly tree: StatedTree;
  /** The sizes whose roots are needed. */
  readonly sizes: ReadonlySet<number>;
  readonly entries: EntryCheck | undefined;
  readonly receipts: ReceiptCheck;
  readonly findings: Findings;
  readonly onProgress: (done: number, total: number) => void;
}

/** The result of the walk. */
export interface Walked {
  readonly rootAt: ReadonlyMap<number, Uint8Array>;
  /** Whether a tile has more hashes than the size allows. */
  readonly longer: boolean;
  /** Whether the tree was read to its end. */
  readonly done: boolean;
}

interface Loaded {
  readonly start: number;
  readonly tiles: readonly (Uint8Array | undefined)[];
  readonly bundles: readonly (Uint8Array | undefined)[];
  readonly range: StoredRange | undefined;
}

/** Stage 4: reads the whole log once, from the first leaf to the last, and reports where its parts disagree. */
export async function walkTree(walk: Walk): Promise<Walked> {
  const { source, tree, onProgress, findings } = walk;
  const state: State = { peaks: new Peaks(), upper: new UpperTiles(source, tree.size, findings), rootAt: new Map(), longer: false };
  if (walk.sizes.has(0)) state.rootAt.set(0, state.peaks.root());
  const step = tilesAtOnce * tileWidth;
  const load = (start: number): Promise<Loaded> | undefined => {
    const loading = start < tree.size ? loadFrom(source, start, Math.min(start + step, tree.size)) : undefined;
    // The failure is thrown where the promise is awaited; until then it must not count as unhandled.
    loading?.catch(() => undefined);
    return loading;
  };
  let next = load(0);
  while (next) {
    const loaded: Loaded = await next;
    next = load(loaded.start + step);
    walk.entries?.addPostings(loaded.range?.postings ?? []);
    let from = 0;
    for (const [at, tile] of loaded.tiles.entries()) {
      const first = loaded.start + at * tileWidth;
      const width = Math.min(tileWidth, tree.size - first);
      const rest = loaded.range?.entries.slice(from) ?? [];
      const end = rest.findIndex(({ number }) => number >= first + width);
      const entries = end === -1 ? rest : rest.slice(0, end);
      from += entries.length;
      await checkTile(walk, state, { first, width, tile, bundle: loaded.bundles[at], entries });
      // Lets the event loop receive what the source sends meanwhile.
      await new Promise((resume) => setImmediate(resume));
    }
    onProgress(Math.min(loaded.start + step, tree.size), tree.size);
    // A server may claim a huge tree without serving it. A database's rows are limited.
    if (!source.entries && findings.unlisted > 0 && next) {
      await next;
      return { rootAt: state.rootAt, longer: false, done: false };
    }
  }
  await state.upper.end();
  return { rootAt: state.rootAt, longer: state.longer || state.upper.longer, done: true };
}

interface State {
  readonly peaks: Peaks;
  readonly upper: UpperTiles;
  readonly rootAt: Map<number, Uint8Array>;
  longer: boolean;
}

interface Group {
  readonly first: number;
  readonly width: number;
  readonly tile: Uint8Array | undefined;
  readonly bundle: Uint8Array | undefined;
  readonly entries: readonly StoredEntry[];
}

async function checkTile(walk: Walk, state: State, { first, width, tile, bundle, entries: stored }: Group): Promise<void> {
  const { entries, findings, tree } = walk;
  const leaves = readLeaves(tile, bundle, width);
  const rows = entries?.read(stored) ?? [];
  const full = width === tileWidth;
  const stated = full ? await state.upper.statedRoot() : undefined;
  const roots = new Map<Buffer, Uint8Array>();
  const rootOf = (leaves: Buffer): Uint8Array => {
    const root = roots.get(leaves) ?? (full ? hashTree(leaves) : withLeaves(state.peaks, leaves, width).root());
    roots.set(leaves, root);
    return root;
  };
  const signedRoot = full ? stated : tree.checkpoint?.root;
  const fits = (candidate: Buffer): boolean => signedRoot !== undefined && Buffer.compare(rootOf(candidate), signedRoot) === 0;
  const hashes = chooseLeaves(
    width,
    leaves.tile,
    leaves.bundle,
    () => (entries ? computedLeaves(rows, first, width, entries.padding) : undefined),
    fits,
  );
  reportTile(findings, state, places.tile(0, first / tileWidth, width), formOf(tile, width, hashLength), leaves.tile?.equals(hashes));
  reportTile(
    findings,
    state,
    places.tile('entries', first / tileWidth, width),
    formOf(bundle, width, 2 + hashLength),
    leaves.bundle?.equals(hashes),
  );
  entries?.compare(rows, { ...leaves, first, hashes });
  if (walk.receipts.any) walk.receipts.leaves(first, hashes, rows);
  recordRoots(walk.sizes, state, first, hashes, width);
  if (!full) return;
  const own = rootOf(hashes);
  state.peaks.add(own, 8);
  await state.upper.add(own);
  if (walk.sizes.has(first + width)) state.rootAt.set(first + width, state.peaks.root());
}

function reportTile(findings: Findings, state: State, place: string, form: ReturnType<typeof formOf>, same: boolean | undefined): void {
  if (form === 'MISSING') findings.add('TILE_MISSING', place);
  else if (form === 'WRONG' || same !== true) findings.add('TILE_ALTERED', place);
  if (form === 'LONGER') state.longer = true;
}

/** Records the roots of trees that end within this tile. */
function recordRoots(sizes: ReadonlySet<number>, { peaks, rootAt }: State, first: number, hashes: Buffer, width: number): void {
  let grown: Peaks | undefined;
  for (let at = 1; at <= width && at < tileWidth; at++) {
    if (!sizes.has(first + at)) continue;
    grown = withLeaves(peaks, hashes, at);
    rootAt.set(first + at, grown.root());
  }
}

function withLeaves(peaks: Peaks, hashes: Buffer, width: number): Peaks {
  const grown = new Peaks(peaks);
  for (let at = 0; at < width; at++) grown.add(hashes.subarray(at * hashLength, (at + 1) * hashLength), 0);
  return grown;
}

async function loadFrom(source: LogSource, start: number, end: number): Promise<Loaded> {
  const wanted = Array.from({ length: Math.ceil((end - start) / tileWidth) }, (_tile, at) => ({
    index: start / tileWidth + at,
    width: Math.min(tileWidth, end - start - at * tileWidth),
  }));
  const both = await source.tiles((['entries', 0] as const).flatMap((level) => wanted.map((tile) => ({ level, ...tile }))));
  const range = await source.entries?.range(start, end);
  return { start, bundles: both.slice(0, wanted.length), tiles: both.slice(wanted.length), range };
}
