const calendar = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Edmonton', dateStyle: 'short' });

/** The day of an instant in the municipality's time zone (RFC 3339 full-date). */
export function dayOf(instant: string | number): string {
  return calendar.format(new Date(instant));
}
