import type { Figure } from '../report.ts';
import type { Town } from '../town.ts';

export type PartName = 'append' | 'read' | 'sequence' | 'verify' | 'history';

/** Whether everything is done at the size that the limits speak of, or small, to see that it works. */
export type Size = 'whole' | 'quick';

/** Something about the log that is timed for itself. */
export interface Part {
  /** How often it will tick. */
  readonly ticks: (size: Size) => number;
  readonly run: (town: Town, size: Size, tick: () => void) => Promise<PartFigures>;
}

export interface PartFigures {
  readonly results: readonly Figure[];
  readonly ratios: Readonly<Record<string, number>>;
}
