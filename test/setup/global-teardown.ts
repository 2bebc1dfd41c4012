import type { Embedded } from '../../src/database/embedded.ts';

/** Stops the PostgreSQL of the test run. */
export default async function tearDown(): Promise<void> {
  await (globalThis as { ntkEmbedded?: Embedded | undefined }).ntkEmbedded?.stop();
}
