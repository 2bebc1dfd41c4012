import type { Sql } from '../sql.ts';
import type { RowScope } from '../generated/schema.ts';

/** Of more rows than this a count tells of nobody in particular. */
export const mostNamedByCount = 100;

/**
 * Whose id is to be read of each row that is counted, so that whoever counts is known to have learnt of these people.
 * A count is of everybody in particular where it is narrowed by something personal, which it then confirms of each,
 * and where the scope is of few. A queue does not tell whose its rows are. Pure.
 * @param subject the id of the person whom a row is about
 * @param narrowed whether a personal filter or argument chose the rows
 * @returns undefined where the count names nobody
 */
export function countedPeople(subject: Sql, scope: RowScope | undefined, narrowed: boolean): Sql | undefined {
  if (scope === 'QUEUE') return undefined;
  return narrowed || scope !== 'ALL' ? subject : undefined;
}
