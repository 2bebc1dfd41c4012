import type { Kysely } from 'kysely';
import { sql } from '../../../platform/sql/sql.ts';
import { ProvenTiles, type ReadPath } from '../../../log/bundle/proven-tiles.ts';
import { hashLength } from '../../../log/tree/hashes.ts';
import { parseTilePath, tileWidth } from '../../../log/tree/tile.ts';
import type { NumberRange } from './read-range.ts';

/**
 * Reads the tiles that prove that a range of entries is in the tree, in the same way as the verifier does.
 * @returns their bytes by path (C2SP tlog-tiles). Missing or wrong tiles are left for the verifier to report
 */
export async function readTiles(
  database: Kysely<unknown>,
  { first, last }: NumberRange,
  size: bigint,
  root: Uint8Array,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const read = new Map<string, Uint8Array>();
  const readTile: ReadPath = async (path) => {
    const bytes = await readStored(database, path);
    if (bytes) read.set(path, bytes);
    return bytes;
  };
  const tiles = new ProvenTiles(readTile, size, root, () => undefined);
  for (let index = Math.floor(first / tileWidth); index <= Math.floor(last / tileWidth); index++) await tiles.get(0, BigInt(index));
  return read;
}

async function readStored(database: Kysely<unknown>, path: string): Promise<Uint8Array | undefined> {
  const tile = parseTilePath(path);
  if (!tile || tile.level === 'entries') return undefined;
  const { rows } = await sql<{ data: Buffer }>`
    select data from access_log.tile where level = ${tile.level} and index = ${String(tile.index)}::bigint`.execute(database);
  // A partial tile is the beginning of the stored one.
  return rows[0]?.data.subarray(0, tile.width * hashLength);
}
