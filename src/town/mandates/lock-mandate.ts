import type { Reader } from '../../engine/rows/reader.ts';
import { sql } from '../../platform/sql/sql.ts';
import { PrivacyError } from '../../platform/errors/errors.ts';
import type { MandateStatus, RowScope } from '../shared/graphql/generated/schema.ts';
import { isOnStaff } from '../staff/employees.ts';
import { mandateStatus } from './mandate-in-force.ts';
import { mandateInScope } from './mandates.ts';
import type { Viewer } from '../shared/access/scope.ts';

/** The state of a locked mandate. */
export interface LockedMandate {
  readonly recordedBy: string;
  /** The ids of the officers who have approved it. */
  readonly approvedBy: readonly string[];
  readonly status: MandateStatus;
  readonly validFrom: Date;
  readonly openEnded: boolean;
}

/**
 * Locks a mandate within a scope until the end of the transaction, so that no other transaction changes it between the check and
 * the change.
 * @throws PrivacyError NOT_FOUND, also if the viewer is not a privacy officer
 */
export async function lockMandate(reader: Reader, scope: RowScope | undefined, viewer: Viewer, mandateId: string): Promise<LockedMandate> {
  const { rows } = await sql<Omit<LockedMandate, 'validFrom'> & { readonly validFrom: string }>`
    select mandate.recorded_by as "recordedBy", ${mandateStatus(reader.now)} as status, mandate.valid_from as "validFrom",
      mandate.open_ended as "openEnded", array(
        select approval.employee_id::text from recreation.mandate_approval approval where approval.mandate_id = mandate.id) as "approvedBy"
    from recreation.mandate mandate
    where mandate.id = ${mandateId}::uuid and ${mandateInScope(scope, viewer)}
      and ${isOnStaff(viewer.principalId, 'PRIVACY_OFFICER')} for update of mandate`.execute(reader.database);
  if (!rows[0]) throw new PrivacyError('NOT_FOUND');
  return { ...rows[0], validFrom: new Date(rows[0].validFrom) };
}
