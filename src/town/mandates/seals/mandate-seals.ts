import { sql, type Sql } from '../../../platform/sql/sql.ts';

/** The number of employees other than the proposer who must approve a seal (clause `police`). */
const approvalsNeeded = 2;

/** A seal is due for review this many days before and after its end. */
const daysOfReview = 30;

/** A proposed seal lapses after this many days without enough approvals. */
const daysToApprove = 30;

/** Whether enough employees have approved `recreation.mandate_seal seal`. Only an approved seal is in effect. */
export const isApproved = sql<boolean>`((
  select count(*) from recreation.mandate_seal_approval approval
  where approval.seal_id = seal.id and approval.employee_id <> seal.proposed_by) >= ${sql.lit(approvalsNeeded)})`;

/** Whether `recreation.mandate_seal seal` awaits approval at an instant. It lapses without enough approvals in time. */
export function isAwaited(now: Date): Sql<boolean> {
  return sql`(seal.sealed_until > ${now}::timestamptz and not ${isApproved} 
    and seal.proposed_at > ${inDays(now, -daysToApprove)}::timestamptz)`;
}

/** Whether the first seal of `recreation.mandate mandate` lapsed before enough approvals. */
export function hasLapsedSeal(now: Date): Sql<boolean> {
  return sql`exists (
    select from recreation.mandate_seal seal where seal.mandate_id = mandate.id and not seal.extends
      and not ${isApproved} and not ${isAwaited(now)})`;
}

/** The end of the seal of `recreation.mandate mandate`, past or future: the latest approved one. */
export const sealedUntil = sql<Date | null>`(
  select max(seal.sealed_until) from recreation.mandate_seal seal where seal.mandate_id = mandate.id and ${isApproved})`;

/** The latest end of a seal of `recreation.mandate mandate` that awaits approval at an instant. */
export function sealProposedUntil(now: Date): Sql<Date | null> {
  return sql`(select max(seal.sealed_until) from recreation.mandate_seal seal where seal.mandate_id = mandate.id and ${isAwaited(now)})`;
}

/** Whether the seal of `recreation.mandate mandate` is due for review: it ends soon or ended recently. */
export function isToReview(now: Date): Sql<boolean> {
  return sql`(${sealedUntil} between ${inDays(now, -daysOfReview)}::timestamptz and ${inDays(now, daysOfReview)}::timestamptz)`;
}

/** The instant a number of days of 24 hours later. */
function inDays(now: Date, days: number): Date {
  return new Date(now.getTime() + days * 86_400_000);
}
