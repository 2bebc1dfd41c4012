import type { Engagement } from '../../engine/application.ts';
import type { Reader } from '../../engine/rows/reader.ts';
import { sql } from '../../platform/sql/sql.ts';
import { mandateKinds } from '../policy/partners/partners.ts';
import { mandateStatus } from './mandate-in-force.ts';
import { isUuid } from '../../platform/sql/is-uuid.ts';

/** Reads an audit engagement; undefined if it is unknown or a mandate of another kind. */
export async function readEngagement(reader: Reader, id: string): Promise<Engagement | undefined> {
  if (!isUuid(id)) return undefined;
  const { rows } = await sql<Omit<Engagement, 'role' | 'purpose' | 'inForce'> & { status: string }>`
    select mandate.reference, mandate.partner_id::text as "auditorId", mandate.valid_from as from, mandate.valid_until as until,
      mandate.categories, ${mandateStatus(reader.now)} as status
    from recreation.mandate mandate where mandate.id = ${id}::uuid and mandate.kind = 'AUDIT_ENGAGEMENT'`.execute(reader.database);
  const [row] = rows;
  if (!row) return undefined;
  const { status, ...engagement } = row;
  const { role, purpose } = mandateKinds.AUDIT_ENGAGEMENT;
  return { ...engagement, role, purpose, inForce: status === 'IN_FORCE' };
}
