import { dayOf } from '../records/reader.ts';
import type { Database } from '../sql.ts';
import type { Reading, ReadBudgets } from './read-budgets.ts';
import type { BudgetWindowState, Use, Window } from './spent.ts';
import { windowEnd } from './window-end.ts';

/** A principal's budget for a purpose. */
type Budgeted = Pick<Reading, 'principalId' | 'purpose' | 'perHour' | 'perDay'>;

/**
 * Reads how much of a read budget is left, over all instances, without spending any.
 * @throws any error of the database
 */
export async function readBudgetState(readBudgets: ReadBudgets, database: Database, of: Budgeted, now: Date): Promise<BudgetWindowState[]> {
  const reading = { ...of, hour: now.toISOString().slice(0, 13), day: dayOf(now), subjects: [], asked: true };
  const { hour, day } = await readBudgets.spend(database, reading, false);
  const stateOf = (window: Window, { used, limit }: Use): BudgetWindowState => ({
    window,
    limit,
    used,
    left: Math.max(0, limit - used),
    endsAt: windowEnd(window, now),
  });
  return [stateOf('HOUR', hour), stateOf('DAY', day)];
}
