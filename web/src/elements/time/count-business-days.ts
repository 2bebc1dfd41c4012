const oneDay = 86_400_000;

/**
 * Counts the business days (Monday to Friday) after one day, up to and with another. Statutory holidays count, as in the gateway's own
 * deadlines. Pure.
 * @param from RFC 3339 full-date; not counted
 * @param until RFC 3339 full-date
 * @returns 0 if `until` is not later than `from`
 */
export function countBusinessDays(from: string, until: string): number {
  let count = 0;
  const end = Date.parse(until);
  for (let at = Date.parse(from) + oneDay; at <= end; at += oneDay) {
    const weekday = new Date(at).getUTCDay();
    if (weekday !== 0 && weekday !== 6) count += 1;
  }
  return count;
}
