import type { Act } from '../register.ts';
import { PrivacyError } from '../../platform/errors/errors.ts';
import { sql, type Database } from '../../platform/sql/sql.ts';
import type { BudgetUse, Window } from './spent.ts';
import { warnNear } from './warn-near.ts';

/** An act to charge against a budget of its principal. */
export interface ActCharge {
  readonly principalId: string;
  /** The data subject of the act; undefined: the count does not depend on one. */
  readonly subjectId: string | undefined;
  /** Those of the purpose of the act. */
  readonly limits: { readonly perHour: number; readonly perDay: number };
}

/**
 * Charges an act of one principal, over all instances.
 * @param database a connection in the transaction of the act: until its end, the principal makes no other
 * @param reportNear called when a window passes the threshold, with the percentage that is spent
 * @returns the fuller window, from the threshold on
 * @throws PrivacyError ACT_BUDGET_SPENT
 */
export type SpendAct = (
  database: Database,
  charge: ActCharge,
  now: Date,
  reportNear: (window: Window, percentage: number) => void,
) => Promise<BudgetUse | undefined>;

/** Makes the function that counts an act (clause `safeguards`): those of the last 60 minutes and 24 hours count, for whichever purpose, whatever came out. */
export function spendAct(act: Act): SpendAct {
  return async (database, { principalId, limits: { perHour, perDay } }, now, reportNear) => {
    const { rows } = await sql<Counted>`
      select retry_after as "retryAfter", in_hour as "inHour", in_day as "inDay"
      from access_log.spend_act(${principalId}::uuid, ${act}::text, ${now}::timestamptz, ${perHour}::integer, ${perDay}::integer)`.execute(
      database,
    );
    const { retryAfter, inHour, inDay } = rows[0]!;
    if (retryAfter !== null) throw new PrivacyError('ACT_BUDGET_SPENT', { reason: act, retryAfter });
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
