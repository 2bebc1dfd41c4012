import type { Figure } from '../report.ts';
import type { Town } from '../town.ts';

export type PartName = 'append' | 'read' | 'bytes' | 'sequence' | 'verify' | 'history' | 'sealed' | 'aliases';

/** The full size, to which the limits apply, or a small size, to test the benchmark itself. */
export type Size = 'whole' | 'quick';

/** One aspect of the log that is timed separately. */
export interface Part {
  /** The number of ticks. */
  readonly ticks: (size: Size) => number;
  readonly run: (town: Town, size: Size, tick: () => void) => Promise<PartFigures>;
}

export interface PartFigures {
  readonly results: readonly Figure[];
  readonly ratios: Readonly<Record<string, number>>;
}
