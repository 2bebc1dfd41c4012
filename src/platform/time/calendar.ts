/** The time zone of a municipality without the setting. */
export const usualTimeZone = 'America/Edmonton';

/** Whether the data of Node have a time zone of this name. */
export function isTimeZone(name: string): boolean {
  // An offset is no time zone.
  if (!/^[A-Z]/i.test(name)) return false;
  try {
    createCalendar(name);
    return true;
  } catch {
    return false;
  }
}

/** From an instant on, in POSIX milliseconds, local time is so many minutes ahead of UTC. */
export type OffsetFrom = readonly [at: number, minutes: number];

/** The days and times of a municipality. */
export interface Calendar {
  /** As the IANA database names it. */
  readonly timeZone: string;
  /** The day of an instant (RFC 3339 full-date). */
  readonly dayOf: (instant: Date) => string;
  /** The clock hour of an instant, with its offset from UTC, so that it lies in one day: `2026-06-15T12-06:00`. */
  readonly hourOf: (instant: Date) => string;
  /** The changes of the clocks between two instants, with the offset at the first, in their order. */
  offsets(from: Date, until: Date): readonly OffsetFrom[];
}

const minute = 60_000;
// Since 2011 no zone has changed its offset at another time than a quarter of an hour, or to anything but quarters.
const quarter = 15 * minute;
const oneWeek = 7 * 24 * 60 * minute;
/** Quarters of hours that are remembered. Few are asked for. */
const most = 10_000;

/** A quarter of an hour, which lies in one hour and one day of every zone. */
interface QuarterHour {
  /** Minutes ahead of UTC. */
  readonly offset: number;
  readonly day: string;
  readonly hour: string;
}

/**
 * The calendar of a time zone, by the data of Node. Those of a browser can be older, so that pages are given the offsets.
 * @param timeZone a name of the IANA time zone database
 * @throws RangeError if there is no such zone
 */
export function createCalendar(timeZone: string): Calendar {
  // Made once: making one costs more than the rest of a small operation.
  const written = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
  const known = new Map<number, QuarterHour>();
  // Each request asks for the day and the hour of now.
  const quarterAt = (time: number): QuarterHour => {
    const asked = Math.floor(time / quarter);
    const found = known.get(asked);
    if (found) return found;
    const offset = offsetIn(written.format(time));
    const local = new Date(time + offset * minute).toISOString();
    const made = { offset, day: local.slice(0, 10), hour: `${local.slice(0, 13)}${sayOffset(offset)}` };
    if (known.size >= most) known.clear();
    known.set(asked, made);
    return made;
  };
  const offsetAt = (time: number): number => quarterAt(time).offset;
  /** The change in the week that ends with the begin of another, by halves. */
  const changeIn = (week: number, before: number): OffsetFrom => {
    let [low, high] = [((week - 1) * oneWeek) / quarter, (week * oneWeek) / quarter];
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      if (offsetAt(middle * quarter) === before) low = middle;
      else high = middle;
    }
    return [high * quarter, offsetAt(high * quarter)];
  };
  return Object.freeze({
    timeZone,
    dayOf: (instant: Date) => quarterAt(instant.getTime()).day,
    hourOf: (instant: Date) => quarterAt(instant.getTime()).hour,
    offsets(from: Date, until: Date) {
      const found: OffsetFrom[] = [[from.getTime(), offsetAt(from.getTime())]];
      // No zone has two changes within a week.
      for (let week = Math.ceil(from.getTime() / oneWeek); week * oneWeek < until.getTime(); week += 1) {
        const [, last] = found.at(-1)!;
        if (offsetAt(week * oneWeek) !== last) found.push(changeIn(week, last));
      }
      return found;
    },
  });
}

/**
 * Minutes ahead of UTC.
 * @param text with an offset such as `GMT-07:00`, or `GMT` for none; the seconds of offsets before 1972 are left out
 */
function offsetIn(text: string): number {
  const [, sign, hours = '0', minutes = '0'] = /GMT([+-])(\d+):(\d+)/.exec(text) ?? [];
  const value = Number(hours) * 60 + Number(minutes);
  return sign === '-' ? -value : value;
}

/** An offset as RFC 3339 writes it: `-06:00`. */
function sayOffset(offset: number): string {
  const pad = (number: number): string => String(number).padStart(2, '0');
  return `${offset < 0 ? '-' : '+'}${pad(Math.floor(Math.abs(offset) / 60))}:${pad(Math.abs(offset) % 60)}`;
}
