const clock = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Edmonton', dateStyle: 'short', timeStyle: 'medium', hourCycle: 'h23' });

/** The offsets of the municipality's time zone from UTC. */
const offsets = ['-06:00', '-07:00'] as const;

/**
 * The instant at which a day of the municipality begins. Pure.
 * @param day RFC 3339 full-date
 * @param later days to add: 1 for the end of the day
 * @returns RFC 3339, in UTC
 */
export function startOfDay(day: string, later = 0): string {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + later);
  const wanted = at.toISOString().slice(0, 10);
  const begins = offsets.map((offset) => new Date(`${wanted}T00:00:00${offset}`));
  const found = begins.find((begin) => clock.format(begin) === `${wanted}, 00:00:00`) ?? begins[1]!;
  return found.toISOString();
}
