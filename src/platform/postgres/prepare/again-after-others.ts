import { causeOf } from '../../errors/error-cause.ts';

/**
 * SQLSTATEs of what another account makes or changes at the same time: unique_violation (in a catalogue), duplicate_object,
 * duplicate_database, object_in_use (template0), and internal_error, which PostgreSQL gives to "tuple concurrently updated".
 */
const madeByOthers: ReadonlySet<string> = new Set(['23505', '42710', '42P04', '55006', 'XX000']);
/** The most times that it is tried. There are five things to make, and each can be made by others once. */
const mostAttempts = 10;
/** Milliseconds before the next attempt, at most. */
const longestPause = 200;

/**
 * Prepares again where others were faster: what they made is then there.
 * @throws the error of the last attempt; any other error at once
 */
export async function againAfterOthers<Result>(attempt: () => Promise<Result>): Promise<Result> {
  for (let made = 1; ; made += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (made === mostAttempts || !madeByOthers.has(causeOf(error))) throw error;
    }
    // Different for each, so that two do not meet again.
    await new Promise((done) => setTimeout(done, Math.random() * longestPause));
  }
}
