import { sql, type Sql } from '../sql.ts';

/** How many persons other than its proposer must approve a seal (clause `police`). */
const approvalsNeeded = 2;

/** Days before and after a seal's end in which it is due for review. */
const daysOfReview = 30;

/** Days within which a seal is to be approved. */
const daysToApprove = 30;

/** Whether enough persons have approved `recreation.mandate_seal seal`; no other seal holds. */
export const isApproved = sql<boolean>`((
  select count(*) from recreation.mandate_seal_approval approval
  where approval.seal_id = seal.id and approval.employee_id <> seal.proposed_by) >= ${sql.lit(approvalsNeeded)})`;

/** Whether `recreation.mandate_seal seal` waits for its approvals at an instant; it lapses where they don't come in time. */
export function isAwaited(now: Date): Sql<boolean> {
  return sql`(seal.sealed_until > ${now}::timestamptz and not ${isApproved} 
    and seal.proposed_at > ${inDays(now, -daysToApprove)}::timestamptz)`;
}

/** The end of the seal of `recreation.mandate mandate`, past or to come: the latest that is approved. */
export const sealedUntil = sql<Date | null>`(
  select max(seal.sealed_until) from recreation.mandate_seal seal where seal.mandate_id = mandate.id and ${isApproved})`;

/** The end of a seal of `recreation.mandate mandate` that waits for its approvals at an instant. */
export function sealProposedUntil(now: Date): Sql<Date | null> {
  return sql`(select max(seal.sealed_until) from recreation.mandate_seal seal where seal.mandate_id = mandate.id and ${isAwaited(now)})`;
}

/** Whether the seal of `recreation.mandate mandate` is due for review: it ends soon, or ended not long ago. */
export function isToReview(now: Date): Sql<boolean> {
  return sql`(${sealedUntil} between ${inDays(now, -daysOfReview)}::timestamptz and ${inDays(now, daysOfReview)}::timestamptz)`;
}

/** So many days of 24 hours from an instant. */
function inDays(now: Date, days: number): Date {
  return new Date(now.getTime() + days * 86_400_000);
}
