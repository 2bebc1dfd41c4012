import type { LogSource, TileWanted } from '../../../transparency-log/verify/log-source.ts';
import { tilePath, tileWidth } from '../../../transparency-log/tile.ts';

/** Gives what stands under a path, such as `checkpoint` or `tile/0/000.p/41`; undefined where there is nothing. */
export type ReadPath = (path: string) => Promise<Uint8Array | undefined>;

/** Bytes beyond which nobody reads on: more than any tile, bundle or checkpoint of ours. */
export const mostBytes = 128 * 1024;

/** The log as C2SP tlog-tiles lays it out, read path by path: the tree alone. */
export function tilesSource(read: ReadPath): LogSource {
  const readTile = async ({ level, index, width }: TileWanted): Promise<Uint8Array | undefined> => {
    const place = { level, index: BigInt(index) };
    const bytes = await read(tilePath({ ...place, width }));
    // Whoever keeps tiles may delete a partial one once it is full.
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
