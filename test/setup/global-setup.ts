import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import chromium from '@sparticuz/chromium';
import type { Embedded } from '../../src/platform/postgres/embedded/start-embedded.ts';
import { buildStalePages } from '../helpers/processes/build-stale-pages.ts';
import { templateName, type TestCluster } from '../helpers/database/cluster.ts';
import { startThrowaway } from './start-throwaway.ts';

/** The part of a run that Jest tells its set-up. */
interface Run {
  readonly testPathPatterns?: { readonly patterns: readonly string[] };
}

/** Linux keeps files of this directory in memory. A copy of the template has some 300 files. */
const memory = '/dev/shm';
/** The bytes that must be free there. In a container the directory can be tiny. */
const ample = 2 ** 30;

/**
 * Starts one real PostgreSQL for the test run, or uses that of DATABASE_URL, and fills the template database that suites copy. With
 * NTK_TEST_PREPARED, a data directory that is filled already, it starts a copy of that one.
 */
export default async function setUp(run?: Run): Promise<void> {
  if (showsPages(run)) await buildStalePages();
  // Once for all workers: the package unpacks it where it is not yet, and others would run a half of it meanwhile.
  if (run) await chromium.executablePath();
  const dataDirectory = join(makeTestDirectory(), 'data');
  // The workers and the commands that tests start load the same modules.
  process.env['NODE_COMPILE_CACHE'] ??= join(dataDirectory, '../compiled');
  const given = process.env['DATABASE_URL'];
  const prepared = process.env['NTK_TEST_PREPARED'];
  // With its owners: PostgreSQL may run under an account of its own.
  if (prepared) execFileSync('cp', ['-a', prepared, dataDirectory]);
  const embedded: Embedded | undefined = given ? undefined : await startThrowaway(dataDirectory);
  const administrator = given ?? embedded!.url;
  if (!prepared) {
    const { prepareCluster } = await import('./prepare-cluster.ts');
    await prepareCluster(administrator, dataDirectory, given !== undefined);
  }
  const cluster: TestCluster = { administrator, dataDirectory, template: templateName };
  process.env['NTK_TEST_CLUSTER'] = JSON.stringify(cluster);
  (globalThis as { ntkEmbedded?: Embedded | undefined }).ntkEmbedded = embedded;
}

/** Creates a folder for a PostgreSQL of tests, in memory if there is room. */
export function makeTestDirectory(): string {
  const directory = mkdtempSync(join(hasRoom(memory) ? memory : tmpdir(), 'ntk-test-'));
  chmodSync(directory, 0o755);
  return directory;
}

/** Whether a run has suites that show the pages. */
function showsPages(run: Run | undefined): boolean {
  if (!run) return false;
  const { patterns = [] } = run.testPathPatterns ?? {};
  return patterns.length === 0 || patterns.some((pattern) => pattern.includes('web'));
}

function hasRoom(directory: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(directory);
    return bavail * bsize > ample;
  } catch {
    return false;
  }
}
