import { sql, type Sql } from '../sql.ts';
import { postingKinds, type PostingKind } from './postings.ts';
import type { Viewer } from './scope.ts';
import { isSealedTowards } from './seals.ts';

/**
 * Whether a read of a person is shown to the viewer, as a predicate over `access_log.about about`. Pages and counts both use it,
 * so they agree. It has no joins, so the planner evaluates it only for the rows that it walks.
 * @param includeOwn SQL: whether the reads of the viewer and of the person are included
 * @param kind if all rows are of one kind
 */
export function isShown(viewer: Viewer, now: Date, includeOwn: Sql<boolean>, kind?: PostingKind): Sql<boolean> {
  const viewerId = sql`${viewer.principalId ?? null}::uuid`;
  // Of the person's own reads the index knows already. Without a column of the index in it, the condition is checked once, and the own
  // reads are not walked.
  const isOthers =
    kind === 'OWN'
      ? sql`false`
      : sql`(about.kind <> ${sql.lit(postingKinds.OWN)} and (
    about.kind = ${sql.lit(postingKinds.OPEN)} and about.subject_id = ${viewerId} or (
      select entry.principal_id is distinct from ${viewerId} and entry.principal_id is distinct from about.subject_id
      from access_log.entry entry where entry.seq = about.seq and entry.month = about.month)))`;
  return sql`((${includeOwn} or ${isOthers}) and ${isUnsealed(viewer, now, kind)})`;
}

/** Whether a read is not sealed towards the viewer now, as a predicate over `access_log.about about`. */
export function isUnsealed(viewer: Viewer, now: Date, kind?: PostingKind): Sql<boolean> {
  return sql`(not ${isSealedTowards(viewer.role === 'RESIDENT' ? 'CARE' : 'OPEN_REQUEST', viewer, now, kind)})`;
}
