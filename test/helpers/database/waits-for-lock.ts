import { setTimeout as pause } from 'node:timers/promises';
import type { TestDatabase } from './cluster.ts';

/**
 * Waits until so many statements of the database wait for another. The test's own deadline is the bound. Those of a sequencer are left
 * out: it numbers the log at any moment, and may wait as well.
 */
export async function waitsForLock({ asOwner }: TestDatabase, statements = 1): Promise<void> {
  const waiting = `select from pg_locks where not granted and pid in (
    select pid from pg_stat_activity where datname = current_database() and usename <> 'ntk_sequencer')`;
  while ((await asOwner(waiting)).length < statements) await pause(10);
}
