import { sql, type Sql } from '../sql.ts';
import { mandateStatus } from './mandate-in-force.ts';
import { hasLapsedSeal, isAwaited, sealedUntil } from './mandate-seals.ts';
import type { Viewer } from './scope.ts';

/**
 * Whether `recreation.mandate mandate` awaits the approval of the viewer: an officer who can approve it, as `writeApproval` checks,
 * while approvals are missing. It is never null.
 */
export function awaitsApprovalOf({ role, principalId }: Viewer, now: Date): Sql<boolean> {
  const viewer = principalId ?? null;
  return sql`coalesce(${role === 'PRIVACY_OFFICER'} and ${mandateStatus(now)} = 'AWAITING_APPROVAL'
    and mandate.recorded_by <> ${viewer}::uuid and not ${hasLapsedSeal(now)} and not exists (
      select from recreation.mandate_approval own where own.mandate_id = mandate.id and own.employee_id = ${viewer}::uuid), false)`;
}

/**
 * Whether a proposed later seal of `recreation.mandate mandate` awaits the approval of the viewer: an officer who can approve it, as
 * `writeSealApproval` checks. The partner, who finds its own mandate, is not told who must still approve. It is never null.
 */
export function awaitsSealApprovalOf({ role, principalId }: Viewer, now: Date): Sql<boolean> {
  const viewer = principalId ?? null;
  return sql`coalesce(${role === 'PRIVACY_OFFICER'} and ${sealedUntil} > ${now}::timestamptz and exists (
    select from recreation.mandate_seal seal
    where seal.mandate_id = mandate.id and ${isAwaited(now)} and seal.proposed_by <> ${viewer}::uuid and not exists (
      select from recreation.mandate_seal_approval own where own.seal_id = seal.id and own.employee_id = ${viewer}::uuid)), false)`;
}
