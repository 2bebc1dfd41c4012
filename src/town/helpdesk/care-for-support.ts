import { sql, type Sql } from '../../platform/sql/sql.ts';
import type { Viewer } from '../shared/access/scope.ts';

/**
 * Whether the viewer's care of `recreation.resident resident` includes the support history (the area SUPPORT_HISTORY of the
 * guardianship); true for the viewer. It means something only within the scope CARE, which says whether the care is in force.
 */
export function careIncludesSupport({ principalId }: Viewer): Sql<boolean> {
  const principal = principalId ?? null;
  return sql`(resident.id = ${principal}::uuid or exists (
    select from recreation.guardianship support where support.guardian_id = ${principal}::uuid
      and support.minor_id = resident.id and support.scope @> array['SUPPORT_HISTORY']))`;
}
