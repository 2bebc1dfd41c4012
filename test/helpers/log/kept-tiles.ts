import { TreeEdge } from '../../../src/log/tree/tree-edge.ts';
import type { ReadTile } from '../../../src/log/tree/tile.ts';

/** The tiles that a log stores, in memory. The tree can be extended. */
export class KeptTiles {
  readonly tiles = new Map<string, Uint8Array>();
  /** Every read, as level/index/width. */
  reads: string[] = [];
  edge: TreeEdge = TreeEdge.open(0n, () => undefined);

  append(leafHashes: readonly Uint8Array[]): void {
    for (const { level, index, data } of this.edge.append(leafHashes).tiles) this.tiles.set(`${level}/${index}`, data);
  }

  /** Simulates a restart: opens the edge again from the stored tiles. */
  reopen(): void {
    this.edge = TreeEdge.open(this.edge.size, (level, index) => this.tiles.get(`${level}/${index}`));
  }

  readonly read: ReadTile = async (level, index, width) => {
    this.reads.push(`${level}/${index}/${width}`);
    return this.tiles.get(`${level}/${index}`)!.subarray(0, width * 32);
  };
}

/** Generates numbers from 0 up to 1 from a seed (mulberry32), so that a failure can be reproduced. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
