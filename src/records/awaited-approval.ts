import { sql, type Sql } from '../sql.ts';
import { mandateStatus } from './mandate-in-force.ts';
import { hasLapsedSeal } from './mandate-seals.ts';
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
