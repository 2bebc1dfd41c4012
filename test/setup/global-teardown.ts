import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Embedded } from '../../src/platform/postgres/embedded/start-embedded.ts';
import { testCluster } from '../helpers/database/cluster.ts';

/** Milliseconds for PostgreSQL to end: a busy machine takes its time. */
const patience = 60_000;

/** Stops the PostgreSQL of the test run and removes its files. A process that ends may write one more meanwhile. */
export default async function tearDown(): Promise<void> {
  await (globalThis as { ntkEmbedded?: Embedded | undefined }).ntkEmbedded?.stop(patience);
  rmSync(dirname(testCluster().dataDirectory), { recursive: true, force: true, maxRetries: 10 });
}
