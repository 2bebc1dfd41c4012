import type { ClientBase } from 'pg';
import { checkpointText, parseCheckpoint } from '../../tree/checkpoint.ts';
import { hashLeaf } from '../../tree/hashes.ts';
import { LogError } from '../../encoding/log-error.ts';
import { parseNote, signNote, verifyNote } from '../../keys/note.ts';
import type { Signer } from '../../keys/signer.ts';
import { edgeTiles, encodeBundle, tileWidth } from '../../tree/tile.ts';
import { TreeEdge } from '../../tree/tree-edge.ts';

/** The level under which entry bundles are stored in the table of tiles. */
export const bundleLevel = -1;

/** The tree of the newest checkpoint, ready to be extended. */
export interface OpenTree {
  readonly edge: TreeEdge;
  /** The bytes of the last entry bundle if it is partial; else empty. */
  readonly bundle: Buffer;
}

/**
 * Opens the tree at its newest checkpoint. The database's owner could have altered checkpoint or tiles. They are
 * verified first, as extending an altered tree would sign a second history.
 * @param signersOf returns the keys that may sign a tree of that size
 * @throws {LogError} LOG_CHECKPOINT_INVALID: the tiles do not give the signed root; LOG_KEY_UNKNOWN, LOG_SIGNATURE_INVALID,
 *   LOG_NOTE_INVALID, LOG_ORIGIN_WRONG: no key for that size signed the checkpoint for this log; LOG_TILE_INVALID: a tile
 *   is missing or too short
 */
export async function openTree(client: ClientBase, origin: string, signersOf: (size: bigint) => readonly Signer[]): Promise<OpenTree> {
  const { rows } = await client.query<{ size: string; note: string }>('select size, note from access_log.checkpoint');
  if (!rows[0]) return { edge: TreeEdge.open(0n, () => undefined), bundle: Buffer.of() };
  const signed = parseCheckpoint(parseNote(rows[0].note).text);
  const keys = signersOf(signed.size).map(({ verifier }) => verifier);
  verifyNote(rows[0].note, keys);
  if (signed.origin !== origin) throw new LogError('LOG_ORIGIN_WRONG');
  const tree = await readOpenTree(client, signed.size);
  if (Buffer.compare(tree.edge.root(), signed.root) !== 0 || BigInt(rows[0].size) !== signed.size) {
    throw new LogError('LOG_CHECKPOINT_INVALID', `size ${signed.size}`);
  }
  return tree;
}

/** Reads the right edge of the tree when it had that size. One statement reads all tiles, because a client runs one at a time. */
async function readOpenTree(client: ClientBase, size: bigint): Promise<OpenTree> {
  const tiles = edgeTiles(size);
  const last = size / BigInt(tileWidth);
  const { rows } = await client.query<{ level: number; index: string; data: Buffer }>(
    `select level, index, data from access_log.tile where (level, index) in (select * from unnest($1::smallint[], $2::bigint[]))`,
    [
      [...tiles.map(({ level }) => level), bundleLevel],
      [...tiles.map(({ index }) => index), last],
    ],
  );
  const at = (level: number, index: bigint): Buffer | undefined =>
    rows.find((row) => row.level === level && BigInt(row.index) === index)?.data;
  return { edge: TreeEdge.open(size, at), bundle: at(bundleLevel, last) ?? Buffer.of() };
}

/**
 * Asserts that the tree continues the checkpoint that was signed last. That checkpoint is remembered outside of the
 * database, whose owner could restore an older state or start a new log.
 * @param remembered the last checkpoint (signed note); undefined if none is known
 * @throws {LogError} LOG_ROLLED_BACK; LOG_TILE_INVALID: a tile is missing
 */
export async function assertContinues(client: ClientBase, { edge }: OpenTree, remembered: string | undefined): Promise<void> {
  if (remembered === undefined) return;
  const { size, root } = parseCheckpoint(parseNote(remembered).text);
  const reached = size > edge.size ? undefined : size === edge.size ? edge.root() : (await readOpenTree(client, size)).edge.root();
  if (!reached || Buffer.compare(reached, root) !== 0) throw new LogError('LOG_ROLLED_BACK', `size ${size}`);
}

/**
 * Appends leaves to the tree, stores the changed tiles and entry bundles, and signs the new checkpoint.
 * @param leaves the leaves' data, in the order of their numbers
 * @returns the checkpoint (signed note)
 */
export async function extendTree(
  client: ClientBase,
  { edge, bundle }: OpenTree,
  leaves: readonly Buffer[],
  origin: string,
  signersOf: (size: bigint) => readonly Signer[],
): Promise<string> {
  const start = edge.size;
  const { tiles } = edge.append(leaves.map(hashLeaf));
  const changed = [...tiles, ...bundlesOf(start, bundle, leaves)];
  await client.query(
    `insert into access_log.tile (level, index, data) select * from unnest($1::smallint[], $2::bigint[], $3::bytea[])
     on conflict (level, index) do update set data = excluded.data`,
    [changed.map(({ level }) => level), changed.map(({ index }) => index), changed.map(({ data }) => Buffer.from(data))],
  );
  const note = signNote(checkpointText({ origin, size: edge.size, root: edge.root() }), signersOf(edge.size));
  await client.query(
    `insert into access_log.checkpoint (size, note) values ($1, $2)
     on conflict (single) do update set size = excluded.size, note = excluded.note`,
    [edge.size, note],
  );
  return note;
}

function bundlesOf(start: bigint, bundle: Buffer, leaves: readonly Buffer[]): { level: number; index: bigint; data: Buffer }[] {
  const width = BigInt(tileWidth);
  const groups = Map.groupBy(leaves.entries(), ([at]) => (start + BigInt(at)) / width);
  return [...groups].map(([index, group]) => {
    const added = Buffer.from(encodeBundle(group.map(([, leaf]) => leaf)));
    return { level: bundleLevel, index, data: index === start / width ? Buffer.concat([bundle, added]) : added };
  });
}
