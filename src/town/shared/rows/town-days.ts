import { sql, type Sql } from '../../../platform/sql/sql.ts';
import type { Viewer } from '../access/scope.ts';

/** The time zone of the municipality, which sets its days. */
export type InTimeZone = Pick<Viewer, 'timeZone'>;

/** SQL: the instant at which a day of the municipality begins. @param day RFC 3339 full-date */
export function beginningOf(day: string, { timeZone = 'UTC' }: InTimeZone): Sql<Date> {
  return sql`(${day}::date::timestamp at time zone ${sql.lit(timeZone)})`;
}

/** SQL: the instant at which the day of an instant began in the municipality. */
export function dayOfInstant(instant: Sql, { timeZone = 'UTC' }: InTimeZone): Sql<Date> {
  return sql`(date_trunc('day', ${instant} at time zone ${sql.lit(timeZone)}) at time zone ${sql.lit(timeZone)})`;
}
