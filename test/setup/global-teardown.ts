import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Embedded } from '../../src/database/embedded/start-embedded.ts';
import { testCluster } from '../helpers/cluster.ts';

/** Stops the PostgreSQL of the test run and removes its files. */
export default async function tearDown(): Promise<void> {
  await (globalThis as { ntkEmbedded?: Embedded | undefined }).ntkEmbedded?.stop();
  rmSync(dirname(testCluster().dataDirectory), { recursive: true, force: true });
}
