import { policyInForce } from '../../../src/town/policy/policy.ts';
import { statements } from '../../../src/town/policy/statement/statements.ts';
import { acknowledgeAll } from '../policy/acknowledge-all.ts';
import { testNow, testToday, type TestDatabase } from '../database/cluster.ts';

/** The real clock: for what compares with the clock of PostgreSQL, of a library or of another process. */
export const realClock = (): Date => new Date();

/**
 * Lets the population, which is of `testNow`, live by the real clock on any later day: mandates that were in force still are, and
 * employees have acknowledged what their purposes are for under each later version of the statement.
 */
export async function liveToday(database: TestDatabase): Promise<void> {
  await database.asOwner(
    `update recreation.mandate set valid_until = now() + interval '1 year' where valid_until between $1 and now() + interval '1 month'`,
    [testNow],
  );
  for (const { effectiveFrom } of statements.filter((one) => one.effectiveFrom > testToday)) {
    await acknowledgeAll(database, policyInForce, new Date(`${effectiveFrom}T12:00:00Z`));
  }
}
