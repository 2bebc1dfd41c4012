import { causeOf } from '../../platform/errors/error-cause.ts';

/**
 * SQLSTATEs after which PostgreSQL has undone the whole transaction, which may succeed if it is made again: serialization_failure,
 * deadlock_detected, unique_violation (a number that another case has, or a row that another change added meanwhile), and a refused
 * name of a prepared statement (platform/sql/prepared-statements/prepare-statements.ts).
 */
const conflicts: ReadonlySet<string> = new Set(['40001', '40P01', '23505', '26000', '42P05']);
/** The most times that a change is made. */
const mostAttempts = 4;
/** Milliseconds before the second attempt, at most. Each further pause may be longer by as much. */
const longestPause = 40;

/** Thrown where a change was undone because of a conflict, and nothing of it was logged. */
export class ConflictLost extends Error {}

/** Whether PostgreSQL undid a transaction that may succeed if it is made again. */
export function isConflict(error: unknown): boolean {
  return conflicts.has(causeOf(error));
}

/**
 * Tries again while an attempt throws ConflictLost.
 * @param attempt told whether it is the last one, which throws none
 * @throws any other error of an attempt, at once
 */
export async function retryOnConflict<Result>(attempt: (isLast: boolean) => Promise<Result>): Promise<Result> {
  for (let made = 1; ; made += 1) {
    try {
      return await attempt(made === mostAttempts);
    } catch (error) {
      if (!(error instanceof ConflictLost)) throw error;
    }
    // Different for each, so that two changes do not meet again.
    await new Promise((done) => setTimeout(done, Math.random() * longestPause * made));
  }
}
