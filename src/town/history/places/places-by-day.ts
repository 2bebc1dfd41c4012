import { sql, type Sql } from '../../../platform/sql/sql.ts';
import type { Viewer } from '../../shared/access/scope.ts';
import { dayOfInstant } from '../../shared/rows/columns.ts';

/**
 * The statement that finds a page of the entries about the person `asked.person_id` by day, the newest day first or, backward, last: rows
 * of `access_log.about` with their `turn`. Within a day the order follows from the ids of the entries, which are random: it does not reveal
 * their sequence. It reads all entries about the person, a minor whose guardian lives elsewhere.
 * @param shown a predicate over `about`
 * @param bounds which of the numbers `asked.after` and `asked.before` bound the page
 */
export function placesByDay(
  viewer: Viewer,
  shown: Sql<boolean>,
  backward: boolean,
  bounds: { readonly after: boolean; readonly before: boolean },
): Sql {
  const direction = sql.raw(backward ? 'asc' : 'desc');
  const key = sql`${dayOfInstant(sql`entry.at`, viewer)}, entry.id`;
  const beyond = (operator: '<' | '>', number: Sql): Sql => sql`
    coalesce((${key}) ${sql.raw(operator)} (
      select ${dayOfInstant(sql`bound.at`, viewer)}, bound.id from access_log.entry bound where bound.seq = ${number}), true)`;
  const within = sql`${bounds.after ? beyond('<', sql`asked.after`) : sql`true`} and ${bounds.before ? beyond('>', sql`asked.before`) : sql`true`}`;
  return sql`
    select about.*, row_number() over (order by ${dayOfInstant(sql`entry.at`, viewer)} ${direction}, entry.id ${direction}) as turn
    from access_log.about about
    cross join lateral (select entry.* from access_log.entry entry where entry.seq = about.seq and entry.month = about.month offset 0) entry
    where about.subject_id = asked.person_id and ${shown} and ${within}
    order by turn limit asked.rows`;
}
