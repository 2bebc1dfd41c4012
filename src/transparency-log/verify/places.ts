import type { UnnumberedKind } from './log-source.ts';
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
  /** @param key the witness's verifier key, which begins with its name */
  cosignature: (key: string, size: number): string => `cosignature of ${key.split('+', 1)[0]} at size ${size}`,
  /** Of a row that has no number, for somebody dropped what forbids it. */
  unnumbered: (kind: UnnumberedKind): string => `${kind} without a number`,
  receipt: (entry: string): string => `receipt of ${entry}`,
} as const;
