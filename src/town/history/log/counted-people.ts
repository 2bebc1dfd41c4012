import type { Sql } from '../../../platform/sql/sql.ts';
import type { RowScope } from '../../shared/graphql/generated/schema.ts';

/** An exact total counts no more people than this, and the log names each of them. Beyond it, a total says that there are more. */
export const mostNamedByCount = 100;

/**
 * Decides whether a count must read the data subject of each counted row, so that the access log names the people whom the count
 * reports. A count reports people if a personal filter chose the rows, because it confirms the filter for each of them, or if the
 * scope has few rows. A count of a queue reports no one, because its rows do not show their people. Pure.
 * @param subject the id of a row's data subject
 * @param narrowed whether a personal filter or argument chose the rows
 * @returns undefined if the count reports no particular person
 */
export function countedPeople(subject: Sql, scope: RowScope | undefined, narrowed: boolean): Sql | undefined {
  if (scope === 'QUEUE') return undefined;
  return narrowed || scope !== 'ALL' ? subject : undefined;
}
