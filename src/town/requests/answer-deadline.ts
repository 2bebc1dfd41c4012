/** Business days to answer a privacy request of any kind (clause `rights`). `test/town/requests` compares the sentences that promise it. */
export const daysToAnswer = 30;

const oneDay = 86_400_000;

/**
 * The last day to answer a request. Pure.
 * @param day RFC 3339 full-date: of its filing, or on which it was opened again
 * @returns RFC 3339 full-date
 */
export function answerDeadline(day: string): string {
  return afterBusinessDays(day, daysToAnswer);
}

/**
 * The day a number of business days (Monday to Friday) after another day. Alberta's statutory holidays count as business days
 * here, so a deadline is never later than the legal one. Pure.
 * @param day RFC 3339 full-date; not counted
 * @param count whole days, 0 or more
 * @returns RFC 3339 full-date
 */
export function afterBusinessDays(day: string, count: number): string {
  let at = Date.parse(day);
  for (let left = count; left > 0;) {
    at += oneDay;
    const weekday = new Date(at).getUTCDay();
    if (weekday !== 0 && weekday !== 6) left -= 1;
  }
  return new Date(at).toISOString().slice(0, 10);
}
