import type { ActCharge } from '../../engine/budgets/spend-act.ts';
import { PrivacyError } from '../../platform/errors/errors.ts';
import { sql, type Database } from '../../platform/sql/sql.ts';
import type { BudgetUse, Window } from '../../engine/budgets/spent.ts';
import { warnNear } from '../../engine/budgets/warn-near.ts';

/**
 * Charges an encounter that is about to begin (clause `safeguards`), over all instances. It counts the other residents with whom the
 * principal began encounters, for any purpose, in the last 60 minutes and the last 24 hours, and who were not served: no such encounter
 * wrote to the record. The refusal does not depend on whether the resident exists.
 * @param database a connection in the transaction that begins the encounter; until it ends, the principal cannot begin another one
 * @param reportNear called when a window passes the threshold, with the percentage that is spent
 * @returns the fuller window, from the threshold on
 * @throws PrivacyError ACT_BUDGET_SPENT
 */
export async function spendEncounter(
  database: Database,
  { principalId, subjectId, limits }: ActCharge,
  now: Date,
  reportNear: (window: Window, percentage: number) => void,
): Promise<BudgetUse | undefined> {
  const { rows } = await sql<Counted>`
    select in_hour as "inHour", in_day as "inDay", hour_left as "hourLeft", day_left as "dayLeft"
    from recreation.count_unserved(${principalId}::uuid, ${subjectId ?? null}::uuid, ${now}::timestamptz)`.execute(database);
  const { inHour, inDay, hourLeft, dayLeft } = rows[0]!;
  const windows = [
    { window: 'DAY', limit: limits.perDay, others: inDay, left: dayLeft ?? 24 * 60 * 60 },
    { window: 'HOUR', limit: limits.perHour, others: inHour, left: hourLeft ?? 60 * 60 },
  ] as const;
  const spent = windows.find(({ limit, others }) => others >= limit);
  if (spent) throw new PrivacyError('ACT_BUDGET_SPENT', { reason: 'UNSERVED_ENCOUNTER', retryAfter: spent.left });
  const uses = windows.map(({ window, limit, others }) => ({ window, limit, used: others + 1 }));
  return warnNear(uses, reportNear);
}

interface Counted {
  readonly inHour: number;
  readonly inDay: number;
  /** Seconds until the first of these people no longer counts; null: no person counts. */
  readonly hourLeft: number | null;
  readonly dayLeft: number | null;
}
