import { asPrivacyError, PrivacyError } from '../../platform/errors/errors.ts';
import type { HeldAccess } from '../../log/store/staging/access-condition.ts';
import type { Database } from '../../platform/sql/sql.ts';
import type { Budgeting } from './read-budgets.ts';
import { warningThreshold as threshold, type BudgetUse, type Spent, type Use, type Window } from './spent.ts';
import { windowEnd } from './window-end.ts';

/** One answer to charge against the read budget of a principal and purpose. */
export interface Charge {
  readonly principalId: string;
  readonly purpose: string;
  readonly limits: { readonly perHour: number; readonly perDay: number };
  /** The ids of the data subjects that the answer shows or counts. */
  readonly subjects: readonly string[];
  /** Whether the operation searched for people by personal data. */
  readonly searches: boolean;
  /** False inside a transaction: a rollback undoes the count, so it must not be remembered. */
  readonly lasting: boolean;
  /** The access that must be in force; undefined: it is checked when the transaction is committed. */
  readonly held: HeldAccess | undefined;
}

/** The effect of a charge on the answer. */
export interface Spending {
  /** Replaces the answer. It says in how many seconds the spent window ends. */
  readonly refusal?: PrivacyError;
  /** For the answer's extensions. */
  readonly budget?: BudgetUse;
  /** Whether the proof of possession of the request was used up. */
  readonly usesProof?: boolean;
}

/**
 * Charges an answer against the read budget (stage "spend budget", clause `safeguards`), over all instances. A data subject that
 * was counted in this hour costs nothing. Once a budget is spent, every search is refused, with or without a result: otherwise a
 * refusal would confirm that the searched person exists.
 * @param charge undefined if the answer costs nothing
 * @param database a connection; if it is in a transaction, the count takes effect at the commit
 * @param reportNear called when a window passes the threshold, with the percentage that is spent
 * @returns a refusal if the budget does not allow the answer (READ_BUDGET_SPENT), or if it could not be counted
 *   (DATABASE_UNAVAILABLE), or if access is not in force or its proof was used before (ACCESS_ENDED): then nothing is spent; nothing of a refused answer may leave
 */
export async function spendBudget(
  { readBudgets, calendar }: Budgeting,
  database: Database,
  charge: Charge | undefined,
  now: Date,
  reportNear: (window: Window, percentage: number) => void,
): Promise<Spending> {
  if (!charge) return {};
  const { principalId, purpose, limits, subjects, searches, lasting, held } = charge;
  const reading = {
    principalId,
    purpose,
    hour: calendar.hourOf(now),
    day: calendar.dayOf(now),
    subjects,
    asked: searches,
    held,
    ...limits,
  };
  let spent: Spent;
  try {
    spent = await readBudgets.spend(database, reading, lasting);
  } catch (error) {
    const known = asPrivacyError(error);
    if (known?.code === 'ACCESS_ENDED') return { refusal: known };
    return { refusal: Object.assign(new PrivacyError('DATABASE_UNAVAILABLE'), { cause: error }) };
  }
  const { usesProof = false } = spent;
  const window = (searches ? spentWindow(spent) : undefined) ?? exceededWindow(spent);
  if (window) {
    return {
      refusal: new PrivacyError('READ_BUDGET_SPENT', { retryAfter: secondsLeft(windowEnd(window, now, calendar), now) }),
      budget: useOf(spent, window),
      usesProof,
    };
  }
  for (const passed of ['HOUR', 'DAY'] as const) {
    const { used, added, limit } = passed === 'HOUR' ? spent.hour : spent.day;
    // The database serialises counts, so only one instance sees that the threshold is passed.
    if (used < limit * threshold || used - added >= limit * threshold) continue;
    reportNear(passed, Math.floor((100 * used) / limit));
  }
  const fuller = useOf(spent, fractionOf(spent.day) > fractionOf(spent.hour) ? 'DAY' : 'HOUR');
  return fuller.used < fuller.limit * threshold ? { usesProof } : { budget: fuller, usesProof };
}

/** The window that was spent before this charge. */
function spentWindow({ within, hour, day }: Spent): Window | undefined {
  const isSpent = ({ used, added, limit }: Use): boolean => used - (within ? added : 0) >= limit;
  if (isSpent(day)) return 'DAY';
  return isSpent(hour) ? 'HOUR' : undefined;
}

/** The window whose budget this charge exceeds. */
function exceededWindow({ within, day }: Spent): Window | undefined {
  if (within) return undefined;
  return day.used + day.added > day.limit ? 'DAY' : 'HOUR';
}

function fractionOf({ used, limit }: Use): number {
  return used / limit;
}

function useOf(spent: Spent, window: Window): BudgetUse {
  const { used, limit } = window === 'HOUR' ? spent.hour : spent.day;
  return { window, limit, used };
}

function secondsLeft(end: Date, now: Date): number {
  return Math.ceil((end.getTime() - now.getTime()) / 1_000);
}
