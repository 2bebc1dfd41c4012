import { sql, type Sql } from '../../../platform/sql/sql.ts';
import { postingKinds } from '../../../log/store/numbering/postings.ts';
import type { Viewer } from '../../shared/access/scope.ts';
import { isSealedTowards, type KnownRows } from '../seals/seals.ts';

/**
 * Whether a read of a person is shown to the viewer, as a predicate over `access_log.about about`. Pages and counts both use it,
 * so they agree. It has no joins, so the planner evaluates it only for the rows that it walks.
 * @param includeOwn SQL: whether the reads of the viewer and of the person are included
 * @param known what holds for all rows
 */
export function isShown(viewer: Viewer, now: Date, includeOwn: Sql<boolean>, known: KnownRows): Sql<boolean> {
  // The index already tells the person's own reads apart. A condition without a column of the index is checked once, and own reads are not
  // walked.
  const others = known.kind === 'OWN' ? sql`false` : known.kind === 'OPEN' && known.ofViewer ? sql`true` : isOthers(viewer);
  return sql`((${includeOwn} or ${others}) and ${isUnsealed(viewer, now, known)})`;
}

/** Whether a read is neither the viewer's nor the person's. */
function isOthers(viewer: Viewer): Sql<boolean> {
  const viewerId = sql`${viewer.principalId ?? null}::uuid`;
  return sql`(about.kind <> ${sql.lit(postingKinds.OWN)} and (
    about.kind = ${sql.lit(postingKinds.OPEN)} and about.subject_id = ${viewerId} or (
      select entry.principal_id is distinct from ${viewerId} and entry.principal_id is distinct from about.subject_id
      from access_log.entry entry where entry.seq = about.seq and entry.month = about.month)))`;
}

/** Whether a read is not sealed towards the viewer now, as a predicate over `access_log.about about`. */
export function isUnsealed(viewer: Viewer, now: Date, known?: KnownRows): Sql<boolean> {
  return sql`(not ${isSealedTowards(viewer.role === 'RESIDENT' ? 'CARE' : 'OPEN_REQUEST', viewer, now, known)})`;
}
