import type { Reader } from '../../../engine/rows/reader.ts';
import { sql, type Sql } from '../../../platform/sql/sql.ts';
import { livesElsewhere } from '../../people/protection.ts';
import type { Viewer } from '../../shared/access/scope.ts';
import { dayOfInstant } from '../../shared/rows/columns.ts';

/**
 * The instant of a read as a history shows it. A guardian who lives elsewhere is shown only its day: the minute would tell when the minor
 * is where (clause `safeguards`).
 * @param personId the person of the history
 */
export function toldInstant(viewer: Viewer, personId: Sql, instant: Sql): Sql {
  const { role, principalId } = viewer;
  if (role !== 'RESIDENT') return instant;
  return sql`(case when ${livesElsewhere(principalId ?? null, personId)} then ${dayOfInstant(instant, viewer)} else ${instant} end)`;
}

/** Which of the people whose histories are requested live elsewhere than the viewer. No statement is needed for the viewer's own. */
export async function readElsewhere(
  reader: Reader,
  { role, principalId }: Viewer,
  requests: readonly { readonly residentId: string }[],
): Promise<ReadonlySet<string>> {
  const ids = [...new Set(requests.map(({ residentId }) => residentId))].filter((id) => id !== principalId);
  if (role !== 'RESIDENT' || ids.length === 0) return new Set();
  const { rows } = await sql<{ id: string }>`
    select person.id::text as id from unnest(${ids}::uuid[]) person (id)
    where ${livesElsewhere(principalId ?? null, sql`person.id`)}`.execute(reader.database);
  return new Set(rows.map(({ id }) => id));
}
