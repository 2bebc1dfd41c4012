import { tilePath, tileWidth } from '../tile.ts';

/** How findings name places. Numbers are counted from 0, as the log counts. */
export const places = {
  checkpoint: 'checkpoint',
  older: 'older checkpoint',
  coverage: 'coverage',
  entry: (number: number): string => `entry ${number}`,
  opening: (number: number, ordinal: number): string => `entry ${number}, opening ${ordinal}`,
  view: (number: number, view: number): string => `entry ${number}, view ${view}`,
  staged: (id: string): string => `staged entry ${id}`,
  tile: (level: number | 'entries', index: number, width: number = tileWidth): string => tilePath({ level, index: BigInt(index), width }),
  /** @param name the witness's */
  cosignature: (name: string, size: number): string => `cosignature of ${name} at size ${size}`,
  receipt: (entry: string): string => `receipt of ${entry}`,
} as const;
