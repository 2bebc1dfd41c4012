import { sql, type Sql } from '../sql.ts';
import type { Viewer } from './scope.ts';
import { isSealedTowards } from './seals.ts';

/**
 * Whether a read of a person is shown to the viewer, as a predicate over `access_log.opening about`. Pages and counts both use it,
 * so they agree. It has no joins, so the planner evaluates it only for the rows that it walks.
 * @param includeOwn whether the reads of the viewer and of the person are included
 */
export function isShown(viewer: Viewer, now: Date, includeOwn: boolean): Sql<boolean> {
  if (includeOwn) return isUnsealed(viewer, now);
  const readBy = sql`(select principal.content ->> 'id' from access_log.opening principal
    where principal.seq = about.seq and principal.month = about.month and principal.ordinal = 0)`;
  return sql`(${readBy} is distinct from ${viewer.principalId ?? null}::text and ${readBy} is distinct from about.subject_id::text and ${isUnsealed(viewer, now)})`;
}

/** Whether a read is not sealed towards the viewer now, as a predicate over `access_log.opening about`. */
export function isUnsealed(viewer: Viewer, now: Date): Sql<boolean> {
  const sealed = isSealedTowards(viewer.role === 'RESIDENT' ? 'CARE' : 'OPEN_REQUEST', viewer, now);
  return sql`((select ${sealed} from access_log.entry entry where entry.seq = about.seq and entry.month = about.month) is not true)`;
}
