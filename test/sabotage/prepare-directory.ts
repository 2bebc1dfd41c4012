import { rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { makeTestDirectory } from '../setup/global-setup.ts';
import { prepareCluster } from '../setup/prepare-cluster.ts';
import { startThrowaway } from '../setup/start-throwaway.ts';

/** A data directory with a filled PostgreSQL that does not run. */
export interface PreparedDirectory {
  readonly prepared: string;
  remove(): void;
}

/** Fills a PostgreSQL as the tests need it, and stops it, so that its files can be copied. */
export async function prepareDirectory(): Promise<PreparedDirectory> {
  const prepared = join(makeTestDirectory(), 'data');
  const embedded = await startThrowaway(prepared);
  try {
    await prepareCluster(embedded.url, prepared, false);
  } finally {
    await embedded.stop();
  }
  // Copies that start at the same time take ports of their own.
  rmSync(join(prepared, 'postgres-port'));
  return { prepared, remove: () => rmSync(dirname(prepared), { recursive: true, force: true }) };
}
