/** A moment at which suites run. */
export interface Moment {
  readonly name: string;
  /** The reason why it is special. */
  readonly about: string;
  /** When the run begins, or the instant that passes within each suite. */
  readonly at: Date;
  /** The time zone of the machine. */
  readonly timeZone: string;
  /** The part of each suite's time after which the instant passes; undefined: the run begins at it. */
  readonly passes?: number;
}

const municipality = 'America/Edmonton';
/** A zone with summer time. */
const changing = 'America/Winnipeg';
/** The furthest zone to the east: most of the time, another day than in UTC. */
const east = 'Pacific/Kiritimati';
const day = 86_400_000;
const written = new Intl.DateTimeFormat('en-CA', { timeZone: changing, timeZoneName: 'longOffset' });

/** The moments that come next after now, without order. Pure. */
export function momentsAfter(now: Date): readonly Moment[] {
  const next = (month: number, date: number, time: string, fits: (year: number) => boolean = () => true): Date => {
    const pad = (number: number): string => String(number).padStart(2, '0');
    for (let year = now.getUTCFullYear(); ; year++) {
      const at = new Date(`${year}-${pad(month)}-${pad(date)}T${time}Z`);
      if (fits(year) && at.getUTCDate() === date && at > now) return at;
    }
  };
  const twoYears = new Date(now);
  twoYears.setUTCFullYear(now.getUTCFullYear() + 2);
  return [
    { name: '31-january', about: 'the next month has no such day', at: next(1, 31, '20:00'), timeZone: 'UTC' },
    { name: '28-february', about: 'the last day of the shortest month', at: next(2, 28, '20:00', isCommon), timeZone: 'UTC' },
    { name: '29-february', about: 'a day that most years lack', at: next(2, 29, '20:00'), timeZone: 'UTC' },
    { name: '1-march', about: 'in UTC; still February for the municipality', at: next(3, 1, '03:00'), timeZone: municipality },
    {
      name: '30-april',
      about: 'the last day of a month of 30 days; the next one for a machine in the east',
      at: next(4, 30, '20:00'),
      timeZone: east,
    },
    { name: '31-may', about: 'the last day of a month of 31 days before one of 30', at: next(5, 31, '20:00'), timeZone: 'UTC' },
    { name: '1-june', about: 'the first day of a month', at: next(6, 1, '08:00'), timeZone: 'UTC' },
    {
      name: '30-november',
      about: 'the last day of a month: two years ago plus a day is a first one',
      at: next(11, 30, '20:00'),
      timeZone: 'UTC',
    },
    { name: '31-december', about: 'the last day of a year', at: next(12, 31, '20:00'), timeZone: 'UTC' },
    { name: '1-january', about: 'in UTC; still the old year for the municipality', at: next(1, 1, '03:00'), timeZone: municipality },
    { name: 'long-weekend', about: 'the Friday before Labour Day', at: labourFriday(now), timeZone: municipality },
    { name: 'two-years', about: 'two years from now', at: twoYears, timeZone: municipality },
    { name: 'to-summer-time', about: 'the clocks go forward within each suite', at: change(now, 1), timeZone: changing, passes: 0.5 },
    { name: 'from-summer-time', about: 'the clocks go back within each suite', at: change(now, -1), timeZone: changing, passes: 0.5 },
    { name: 'midnight', about: 'a month ends within each suite, in UTC', at: next(11, 1, '00:00'), timeZone: 'UTC', passes: 0.4 },
    {
      name: 'local-midnight',
      about: 'a month ends within each suite, for the municipality',
      at: next(8, 1, '06:00'),
      timeZone: municipality,
      passes: 0.6,
    },
    { name: 'new-year', about: 'a year ends within each suite, in UTC', at: next(1, 1, '00:00'), timeZone: 'UTC', passes: 0.75 },
    { name: 'leap-day', about: '29 February begins within each suite, in UTC', at: next(2, 29, '00:00'), timeZone: 'UTC', passes: 0.25 },
  ];
}

function isCommon(year: number): boolean {
  return new Date(Date.UTC(year, 1, 29)).getUTCMonth() !== 1;
}

/** The Friday before the first Monday of September, at noon for the municipality. */
function labourFriday(now: Date): Date {
  for (let year = now.getUTCFullYear(); ; year++) {
    const first = new Date(Date.UTC(year, 8, 1, 18));
    const monday = first.getTime() + ((8 - first.getUTCDay()) % 7) * day;
    if (monday - 3 * day > now.getTime()) return new Date(monday - 3 * day);
  }
}

/**
 * When the clocks are next changed.
 * @param direction 1: forward; -1: back
 */
function change(now: Date, direction: 1 | -1): Date {
  const minute = 60_000;
  const offset = (at: number): number => {
    const [, hours = '0', minutes = '0'] = /GMT([+-]\d+)(?::(\d+))?/.exec(written.format(at)) ?? [];
    return Number(hours) * 60 + Math.sign(Number(hours)) * Number(minutes);
  };
  // Most zones change at a whole hour of UTC, and none twice within a day.
  for (let at = Math.ceil(now.getTime() / day) * day; at < now.getTime() + 800 * day; at += day) {
    if (Math.sign(offset(at + day) - offset(at)) !== direction) continue;
    let later = at;
    while (offset(later) === offset(at)) later += 15 * minute;
    return new Date(later);
  }
  throw new Error(`the data of Node have no change of the clocks of ${changing}`);
}
