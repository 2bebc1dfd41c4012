import { sql, type Database } from '../../../platform/sql/sql.ts';

/**
 * How many mails wait to be sent, and for how many seconds the oldest one has waited; 0 where none waits. Those do not count that are put
 * off until their mailbox may get one.
 */
export async function readOutbox(database: Database, now: Date): Promise<{ readonly mails: number; readonly oldestSeconds: number }> {
  const { rows } = await sql<{ mails: number; oldest: Date | null }>`
    select count(*)::int as mails, min(asked_at) as oldest from identity.mail where next_try_at < 'infinity'`.execute(database);
  const { mails, oldest } = rows[0]!;
  return { mails, oldestSeconds: oldest === null ? 0 : Math.max(0, (now.getTime() - oldest.getTime()) / 1_000) };
}
