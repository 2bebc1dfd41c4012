/** Gives a tile's hashes one behind the other: exactly `width` × 32 bytes. */
export type ReadTile = (level: number, index: bigint, width: number) => Promise<Uint8Array>;
