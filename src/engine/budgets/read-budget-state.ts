import type { Database } from '../../platform/sql/sql.ts';
import type { Budgeting, Reading } from './read-budgets.ts';
import type { BudgetWindowState, Use, Window } from './spent.ts';
import { windowEnd } from './window-end.ts';

/** A principal's budget for a purpose. */
type Budgeted = Pick<Reading, 'principalId' | 'purpose' | 'perHour' | 'perDay'>;

/**
 * Reads how much of a read budget is left, over all instances, without spending any.
 * @throws any error of the database
 */
export async function readBudgetState(
  { readBudgets, calendar }: Budgeting,
  database: Database,
  of: Budgeted,
  now: Date,
): Promise<BudgetWindowState[]> {
  const reading = { ...of, hour: calendar.hourOf(now), day: calendar.dayOf(now), subjects: [], asked: true };
  const { hour, day } = await readBudgets.spend(database, reading, false);
  const stateOf = (window: Window, { used, limit }: Use): BudgetWindowState => ({
    window,
    limit,
    used,
    left: Math.max(0, limit - used),
    endsAt: windowEnd(window, now, calendar),
  });
  return [stateOf('HOUR', hour), stateOf('DAY', day)];
}
