import type { Pools } from './pools.ts';
import type { Random } from './random.ts';

/** What everything in the population is drawn from. */
export interface World {
  /** RFC 3339 full-date, in the municipality's time zone. */
  readonly today: string;
  readonly now: Date;
  readonly pools: Pools;
  /** Who there is and where they live. */
  readonly people: Random;
  /** What they do. */
  readonly doings: Random;
}
