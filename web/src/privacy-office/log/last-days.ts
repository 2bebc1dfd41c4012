import { dayOf, startOfDay } from '../../elements/time/local-time.ts';

/** The last days of the municipality, the oldest first. */
export interface LastDays {
  /** RFC 3339 full-dates. */
  readonly names: readonly string[];
  /** The instants at which they begin, and that at which the last one ends (RFC 3339). */
  readonly begins: readonly string[];
}

/** How many days are shown, today among them. */
const shown = 7;

/** The last seven days. @param now POSIX milliseconds */
export function lastDays(now: number): LastDays {
  const today = dayOf(now);
  const begins = Array.from({ length: shown + 1 }, (_, at) => startOfDay(today, at - shown + 1));
  return { names: begins.slice(0, shown).map((begin) => dayOf(begin)), begins };
}
