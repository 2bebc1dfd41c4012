import type { LogSource, TileWanted } from '../../../../log/verify/source/log-source.ts';
import { tilePath, tileWidth } from '../../../../log/tree/tile.ts';

/** Reads a path such as `checkpoint` or `tile/0/000.p/41`; undefined if there is nothing. */
export type ReadPath = (path: string) => Promise<Uint8Array | undefined>;

/** The most bytes that are read: more than any tile, entry bundle or checkpoint of this log has. */
export const mostBytes = 128 * 1024;

/** Reads only the tree of a log, path by path (C2SP tlog-tiles). */
export function tilesSource(read: ReadPath): LogSource {
  const readTile = async ({ level, index, width }: TileWanted): Promise<Uint8Array | undefined> => {
    const place = { level, index: BigInt(index) };
    const bytes = await read(tilePath({ ...place, width }));
    // A server may delete a partial tile once the full one exists.
    if (bytes || width === tileWidth) return bytes;
    const full = await read(tilePath({ ...place, width: tileWidth }));
    const item = level === 'entries' ? 34 : 32;
    return full?.length === tileWidth * item ? full.subarray(0, width * item) : full;
  };
  return {
    checkpoint: async () => {
      const bytes = await read('checkpoint');
      return bytes && Buffer.from(bytes).toString('utf8');
    },
    tiles: (wanted) => Promise.all(wanted.map(readTile)),
  };
}
