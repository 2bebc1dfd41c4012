/** The municipality's clock, as the gateway gives it. */
export interface Clock {
  /** POSIX milliseconds. */
  readonly now: number;
  /** From an instant on (POSIX milliseconds), how many minutes local time is ahead of UTC, in their order. */
  readonly offsets: readonly (readonly [at: number, minutes: number])[];
}

const minute = 60_000;
let offsets: Clock['offsets'] = [];
/** Milliseconds by which the gateway's clock is ahead of this machine's. */
let ahead = 0;

/**
 * Notes the municipality's clock. Everything that shows a day or a time goes by it: a browser can have older data about the municipality's
 * time zone, or a clock that is wrong.
 */
export function setClock(clock: Clock): void {
  offsets = clock.offsets;
  ahead = clock.now - Date.now();
}

/** The gateway's time, POSIX milliseconds. */
export function gatewayNow(): number {
  return Date.now() + ahead;
}

/** The gateway's time (RFC 3339, in UTC). */
export function gatewayTime(): string {
  return new Date(gatewayNow()).toISOString();
}

/** An instant in local time, as a date that says so in UTC. @param instant RFC 3339, or POSIX milliseconds */
export function localOf(instant: string | number): Date {
  const time = new Date(instant).getTime();
  return new Date(time + offsetAt(time));
}

/** The day of an instant (RFC 3339 full-date). @param instant RFC 3339, or POSIX milliseconds */
export function dayOf(instant: string | number): string {
  return localOf(instant).toISOString().slice(0, 10);
}

/**
 * The instant at which a day begins.
 * @param day RFC 3339 full-date
 * @param later days to add: 1 for the end of the day
 * @returns RFC 3339, in UTC
 */
export function startOfDay(day: string, later = 0): string {
  const midnight = new Date(`${day}T00:00:00Z`);
  midnight.setUTCDate(midnight.getUTCDate() + later);
  const local = midnight.getTime();
  // Before the change of a clock, or after it. Where it skips midnight, the day begins with the change.
  const [before, after] = [offsetAt(local - 86_400_000), offsetAt(local + 86_400_000)].map((offset) => local - offset);
  const found = [before!, after!].find((begin) => begin + offsetAt(begin) === local) ?? Math.max(before!, after!);
  return new Date(found).toISOString();
}

/** Milliseconds that local time is ahead of UTC. */
function offsetAt(time: number): number {
  const [, minutes = 0] = offsets.findLast(([at]) => at <= time) ?? offsets[0] ?? [];
  return minutes * minute;
}
