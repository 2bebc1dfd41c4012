import type { UnnumberedKind } from './log-source.ts';
import { tilePath, tileWidth } from '../../tree/tile.ts';

/** The names of places in findings. Numbers count from 0, like the log's. */
export const places = {
  checkpoint: 'checkpoint',
  older: 'older checkpoint',
  coverage: 'coverage',
  entry: (number: number): string => `entry ${number}`,
  entries: (first: number, last: number): string => `entries ${first} to ${last}`,
  segments: (number: number): string => `entry ${number}, segments`,
  segment: (number: number, ordinal: number): string => `entry ${number}, segment ${ordinal}`,
  view: (number: number, view: number): string => `entry ${number}, view ${view}`,
  template: (id: string): string => `template ${id}`,
  staged: (id: string): string => `staged entry ${id}`,
  tile: (level: number | 'entries', index: number, width: number = tileWidth): string => tilePath({ level, index: BigInt(index), width }),
  /** @param key the witness's verifier key, which begins with its name */
  cosignature: (key: string, size: number): string => `cosignature of ${key.split('+', 1)[0]} at size ${size}`,
  /** A row without a number; it exists only if the constraint that forbids it was dropped. */
  unnumbered: (kind: UnnumberedKind): string => `${kind} without a number`,
  receipt: (entry: string): string => `receipt of ${entry}`,
} as const;
