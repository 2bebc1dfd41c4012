import type { Sql } from '../sql.ts';
import type { RowScope } from '../generated/schema.ts';

/** A count of more rows than this reports no particular person. */
export const mostNamedByCount = 100;

/**
 * Chooses whether to read the data subject of each counted row, so that the log names the people that a count reports. A count
 * reports people where a personal filter chose the rows, since it confirms the filter for each of them, and where the scope has
 * few rows. The rows of a queue do not show their people. Pure.
 * @param subject the id of a row's data subject
 * @param narrowed whether a personal filter or argument chose the rows
 * @returns undefined where the count reports no particular person
 */
export function countedPeople(subject: Sql, scope: RowScope | undefined, narrowed: boolean): Sql | undefined {
  if (scope === 'QUEUE') return undefined;
  return narrowed || scope !== 'ALL' ? subject : undefined;
}
