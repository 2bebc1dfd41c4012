import type { SubjectOpening } from '../transparency-log/entry.ts';
import type { Spent, Use } from '../read-budgets/spent.ts';
import { catalogue as errorCatalogue, PrivacyError } from '../errors.ts';
import type { Catalogue } from '../enforcement/catalogue.ts';
import { entersQueue, type Plan } from '../enforcement/plan.ts';
import { budgetOf } from '../policy/budget-of.ts';
import { dayOf } from '../records/reader.ts';
import type { Exchange } from './exchange.ts';
import type { Parts } from './parts.ts';

type Window = 'HOUR' | 'DAY';

/** How far the budget of a window is spent: distinct data subjects. */
export interface BudgetUse {
  readonly window: Window;
  readonly limit: number;
  readonly used: number;
}

/** What the budget says to an answer. */
export interface Spending {
  /** Replaces the answer. */
  readonly refusal?: PrivacyError;
  /** Seconds until the window ends that is spent. */
  readonly retryAfter?: number;
  /** To be told in the answer. */
  readonly budget?: BudgetUse;
}

/** From which part of a budget on it is told that it is nearly spent. */
const threshold = 0.8;
const hourLength = 60 * 60 * 1_000;

/**
 * Stage 6: counts the data subjects of whom the answer tells, be it by a count or a cursor alone, against the read
 * budget of the role and purpose (clause `safeguards`), over all instances. Whoever was counted in this hour costs
 * nothing; neither does an answer without data, so that the budget tells only of what was shown. Once it is spent
 * nothing is searched for any more, be anybody found or not: else a refusal would confirm what was searched for.
 * @param seen what the operation saw of each data subject
 * @returns a refusal where it does not hold them all (READ_BUDGET_SPENT), or where they can't be counted
 *   (DATABASE_UNAVAILABLE): then nothing may leave
 */
export async function spendBudget(
  parts: Parts,
  exchange: Exchange,
  data: Readonly<Record<string, unknown>> | null | undefined,
  seen: readonly SubjectOpening[],
): Promise<Spending> {
  const { principal, plan, reader, now, sightings } = exchange.request;
  const limits = plan && budgetOf(plan.policy, principal.role, plan.standpoint.purpose);
  if (!limits || Object.values(data ?? {}).every((value) => value === null)) return {};
  // Of a queue's rows nobody learns whose they are, so neither may the budget say whether two are of one person.
  const queued = entersQueue(plan);
  const nobodys = ({ relationship }: SubjectOpening): boolean => queued && relationship === 'NONE';
  const told = sightings.told();
  const subjects = seen.filter((one) => one.released.length > 0 || (told.has(one.id) && !nobodys(one))).map(({ id }) => id);
  const asked = searches(parts.catalogue, plan);
  if (subjects.length === 0 && !asked) return {};

  const purpose = plan.standpoint.purpose ?? '';
  // Municipal time is whole hours from UTC, so an hour lies in one day.
  const reading = {
    principalId: principal.id ?? '',
    purpose,
    hour: now.toISOString().slice(0, 13),
    day: dayOf(now),
    subjects,
    asked,
    ...limits,
  };
  let spent: Spent;
  try {
    // A mutation's count is undone with its change, so it is not to be remembered.
    spent = await parts.readBudgets.spend(reader.database, reading, !exchange.inTransaction);
  } catch (error) {
    return { refusal: Object.assign(new PrivacyError('DATABASE_UNAVAILABLE'), { cause: error }) };
  }
  const window = (asked ? spentWindow(spent) : undefined) ?? exceededWindow(spent);
  if (window) {
    return { refusal: new PrivacyError('READ_BUDGET_SPENT'), retryAfter: secondsLeft(window, now), budget: useOf(spent, window) };
  }
  for (const passed of ['HOUR', 'DAY'] as const) {
    const { used, added, limit } = passed === 'HOUR' ? spent.hour : spent.day;
    // Counts are serialised, so of all instances only one sees the threshold passed.
    if (used < limit * threshold || used - added >= limit * threshold) continue;
    const percentage = Math.floor((100 * used) / limit);
    parts.log.warn(
      { code: 'READ_BUDGET_NEARLY_SPENT', role: principal.role, purpose, window: passed, percentage },
      errorCatalogue.READ_BUDGET_NEARLY_SPENT[1],
    );
  }
  const fuller = useOf(spent, part(spent.day) > part(spent.hour) ? 'DAY' : 'HOUR');
  return fuller.used < fuller.limit * threshold ? {} : { budget: fuller };
}

/** Whether an operation looks for people by what is personal of them. An id alone finds nobody whom one did not know. */
function searches({ inputs }: Catalogue, plan: Plan): boolean {
  return !plan.mutation && plan.inputs.some((coordinate) => inputs.get(coordinate) !== 'EXISTENCE');
}

/** The window of which nothing was left before, whatever was to be counted. */
function spentWindow({ within, hour, day }: Spent): Window | undefined {
  const isSpent = ({ used, added, limit }: Use): boolean => used - (within ? added : 0) >= limit;
  if (isSpent(day)) return 'DAY';
  return isSpent(hour) ? 'HOUR' : undefined;
}

function exceededWindow({ within, day }: Spent): Window | undefined {
  if (within) return undefined;
  return day.used + day.added > day.limit ? 'DAY' : 'HOUR';
}

function part({ used, limit }: Use): number {
  return used / limit;
}

function useOf(spent: Spent, window: Window): BudgetUse {
  const { used, limit } = window === 'HOUR' ? spent.hour : spent.day;
  return { window, limit, used };
}

function secondsLeft(window: Window, now: Date): number {
  let end = Math.floor(now.getTime() / hourLength + 1) * hourLength;
  if (window === 'DAY') while (dayOf(new Date(end)) === dayOf(now)) end += hourLength;
  return Math.ceil((end - now.getTime()) / 1_000);
}
