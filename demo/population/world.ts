import type { CaseNumbers } from './case-numbers.ts';
import type { Pools } from './pools.ts';
import type { Random } from './random.ts';

/** The day and the random sources from which the population is drawn. */
export interface World {
  /** RFC 3339 full-date, in the municipality's time zone. */
  readonly today: string;
  readonly now: Date;
  readonly pools: Pools;
  /** Draws residents and their homes. */
  readonly people: Random;
  /** Draws their purchases, cases and encounters. */
  readonly doings: Random;
  /** Numbers their tickets and requests. */
  readonly caseNumbers: CaseNumbers;
}
