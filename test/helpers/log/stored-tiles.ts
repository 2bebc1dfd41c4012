import type { ReadTile } from '../../../src/log/tree/tile.ts';
import type { TestDatabase } from '../database/cluster.ts';

/** The tiles of hashes that a database holds now. */
export async function storedTiles(database: TestDatabase): Promise<ReadTile> {
  const rows = await database.asOwner<{ level: number; index: string; data: Buffer }>('select level, index, data from access_log.tile');
  const tiles = new Map(rows.map(({ level, index, data }) => [`${level}/${index}`, data]));
  return async (level, index, width) => tiles.get(`${level}/${index}`)!.subarray(0, width * 32);
}
