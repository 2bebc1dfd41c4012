import { PrivacyError } from '../../platform/errors/errors.ts';
import { sql, type Database, type Sql } from '../../platform/sql/sql.ts';
import type { BudgetUse, Window } from './spent.ts';
import { warnNear } from './warn-near.ts';

/** How many acts, in two windows. */
interface Limits {
  readonly perHour: number;
  readonly perDay: number;
}

/**
 * Charges an act of one principal, over all instances: those of the last 60 minutes and the last 24 hours count, for whichever purpose
 * and whatever came out.
 * @param database a connection in the transaction of the act: until its end, the principal makes no other
 * @param limits those of the purpose of the act
 * @param reportNear called when a window passes the threshold, with the percentage that is spent
 * @returns the fuller window, from the threshold on
 * @throws PrivacyError the code of the budget, if it is spent
 */
type SpendAct = (
  database: Database,
  principalId: string,
  limits: Limits,
  now: Date,
  reportNear: (window: Window, percentage: number) => void,
) => Promise<BudgetUse | undefined>;

/** Charges a check of somebody's identity before anything is compared (clause `safeguards`). @throws PrivacyError IDENTITY_BUDGET_SPENT */
export const spendIdentityCheck = spendBy(sql`recreation.spend_identity_check`, 'IDENTITY_BUDGET_SPENT');

/** Charges a code to claim a record, issued or confirmed (clause `safeguards`). @throws PrivacyError CLAIM_BUDGET_SPENT */
export const spendClaim = spendBy(sql`identity.spend_claim`, 'CLAIM_BUDGET_SPENT');

function spendBy(spend: Sql, code: 'IDENTITY_BUDGET_SPENT' | 'CLAIM_BUDGET_SPENT'): SpendAct {
  return async (database, principalId, { perHour, perDay }, now, reportNear) => {
    const { rows } = await sql<Counted>`
      select retry_after as "retryAfter", in_hour as "inHour", in_day as "inDay"
      from ${spend}(${principalId}::uuid, ${now}::timestamptz, ${perHour}::integer, ${perDay}::integer)`.execute(database);
    const { retryAfter, inHour, inDay } = rows[0]!;
    if (retryAfter !== null) throw new PrivacyError(code, { retryAfter });
    const uses = [
      { window: 'DAY', limit: perDay, used: inDay },
      { window: 'HOUR', limit: perHour, used: inHour },
    ] as const;
    return warnNear(uses, reportNear);
  };
}

interface Counted {
  /** Null: the act was counted. */
  readonly retryAfter: number | null;
  readonly inHour: number;
  readonly inDay: number;
}
