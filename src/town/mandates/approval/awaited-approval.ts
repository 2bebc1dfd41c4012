import { sql, type Sql } from '../../../platform/sql/sql.ts';
import { isIndependentOfAll } from '../../staff/independence.ts';
import { mandateStatus } from '../mandate-in-force.ts';
import { hasLapsedSeal, isAwaited, sealedUntil } from '../seals/mandate-seals.ts';
import type { Viewer } from '../../shared/access/scope.ts';

/** The ids of the officers who recorded or approved `recreation.mandate mandate`. */
const involvedIn = sql`(mandate.recorded_by || array(
  select approval.employee_id from recreation.mandate_approval approval where approval.mandate_id = mandate.id))`;

/** The ids of the officers who proposed or approved `recreation.mandate_seal seal`. */
const involvedInSeal = sql`(seal.proposed_by || array(
  select approval.employee_id from recreation.mandate_seal_approval approval where approval.seal_id = seal.id))`;

/**
 * Whether `recreation.mandate mandate` awaits the approval of the viewer: an officer who can approve it, as `writeApproval` checks,
 * while approvals are missing. It is never null.
 */
export function awaitsApprovalOf({ role, principalId }: Viewer, now: Date): Sql<boolean> {
  const viewer = principalId ?? null;
  return sql`coalesce(${role === 'PRIVACY_OFFICER'} and ${mandateStatus(now)} = 'AWAITING_APPROVAL'
    and not ${hasLapsedSeal(now)} and ${isIndependentOfAll(viewer, involvedIn, now)}, false)`;
}

/**
 * Whether a proposed later seal of `recreation.mandate mandate` awaits the approval of the viewer: an officer who can approve it, as
 * `writeSealApproval` checks. The partner, which finds its own mandate, is not shown who must still approve. It is never null.
 */
export function awaitsSealApprovalOf({ role, principalId }: Viewer, now: Date): Sql<boolean> {
  const viewer = principalId ?? null;
  return sql`coalesce(${role === 'PRIVACY_OFFICER'} and ${sealedUntil} > ${now}::timestamptz and exists (
    select from recreation.mandate_seal seal
    where seal.mandate_id = mandate.id and ${isAwaited(now)} and ${isIndependentOfAll(viewer, involvedInSeal, now)}), false)`;
}
