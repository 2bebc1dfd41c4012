import { startEmbedded, type Embedded } from '../../src/platform/postgres/embedded/start-embedded.ts';

/**
 * The tests' data need not survive a crash, and plans must not depend on when PostgreSQL last gathered statistics. `chaos` starts a
 * PostgreSQL of its own with the usual settings.
 */
const throwaway = ['fsync=off', 'full_page_writes=off', 'max_wal_size=128MB', 'autovacuum=off'].flatMap((setting) => ['-c', setting]);

/** Starts the PostgreSQL of a test run. */
export function startThrowaway(dataDirectory: string): Promise<Embedded> {
  return startEmbedded(dataDirectory, throwaway);
}
