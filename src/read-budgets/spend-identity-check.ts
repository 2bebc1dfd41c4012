import { PrivacyError } from '../errors.ts';
import { sql, type Database } from '../sql.ts';
import type { BudgetUse, Window } from './spent.ts';
import { warnNear } from './warn-near.ts';

/** How many checks, in two windows. */
interface Limits {
  readonly perHour: number;
  readonly perDay: number;
}

/**
 * Charges a check of somebody's identity before anything is compared (clause `safeguards`), over all instances: the checks of one
 * principal in the last 60 minutes and the last 24 hours count, for whichever purpose and whatever came out.
 * @param database a connection in the transaction of the check: until its end, the principal makes no other
 * @param limits those of the purpose of the check
 * @param reportNear called when a window passes the threshold, with the percentage that is spent
 * @returns the fuller window, from the threshold on
 * @throws PrivacyError IDENTITY_BUDGET_SPENT
 */
export async function spendIdentityCheck(
  database: Database,
  principalId: string,
  { perHour, perDay }: Limits,
  now: Date,
  reportNear: (window: Window, percentage: number) => void,
): Promise<BudgetUse | undefined> {
  const { rows } = await sql<Counted>`
    select retry_after as "retryAfter", in_hour as "inHour", in_day as "inDay"
    from recreation.spend_identity_check(${principalId}::uuid, ${now}::timestamptz, ${perHour}::integer, ${perDay}::integer)`.execute(
    database,
  );
  const { retryAfter, inHour, inDay } = rows[0]!;
  if (retryAfter !== null) throw new PrivacyError('IDENTITY_BUDGET_SPENT', { retryAfter });
  const uses = [
    { window: 'DAY', limit: perDay, used: inDay },
    { window: 'HOUR', limit: perHour, used: inHour },
  ] as const;
  return warnNear(uses, reportNear);
}

interface Counted {
  /** Null: the check was counted. */
  readonly retryAfter: number | null;
  readonly inHour: number;
  readonly inDay: number;
}
