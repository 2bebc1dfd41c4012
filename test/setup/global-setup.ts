import { chmodSync, mkdtempSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import chromium from '@sparticuz/chromium';
import { populate } from '../../demo/population/populate.ts';
import { readConfig } from '../../src/platform/settings/config.ts';
import { startEmbedded, type Embedded } from '../../src/platform/postgres/embedded/start-embedded.ts';
import { migrate } from '../../src/platform/postgres/migrations/migrate.ts';
import { databaseRoleList } from '../../src/platform/postgres/prepare/role-statements.ts';
import { makeSecret } from '../../src/platform/postgres/secrets/secrets.ts';
import { asRole } from '../helpers/database/as-role.ts';
import { buildStalePages } from '../helpers/processes/build-stale-pages.ts';
import { prepareRoles } from '../helpers/database/prepare-roles.ts';
import { storeDemoClients } from '../helpers/tokens/store-demo-clients.ts';
import { testNow, testToday, type TestCluster } from '../helpers/database/cluster.ts';
import { townDatabase } from '../../src/town/shared/database/database.ts';

/** What Jest says about a run, as far as it is used here. */
interface Run {
  readonly testPathPatterns?: { readonly patterns: readonly string[] };
}

const template = 'ntk_template';
const residents = 300;
/**
 * The tests' data need not survive a crash, and plans must not depend on when PostgreSQL last gathered statistics. `chaos` starts a
 * PostgreSQL of its own with the usual settings.
 */
const throwaway = ['fsync=off', 'full_page_writes=off', 'max_wal_size=128MB', 'autovacuum=off'].flatMap((setting) => ['-c', setting]);
/** Linux keeps files of this directory in memory. A copy of the template has some 300 files. */
const memory = '/dev/shm';
/** The bytes that must be free there. In a container the directory can be tiny. */
const ample = 2 ** 30;

/**
 * Starts one real PostgreSQL for the test run, or uses that of DATABASE_URL, and fills the template database that suites copy.
 */
export default async function setUp(run?: Run): Promise<void> {
  if (showsPages(run)) await buildStalePages();
  // Once for all workers: the package unpacks it where it is not yet, and others would run a half of it meanwhile.
  if (run) await chromium.executablePath();
  const directory = mkdtempSync(join(hasRoom(memory) ? memory : tmpdir(), 'ntk-test-'));
  chmodSync(directory, 0o755);
  const dataDirectory = join(directory, 'data');
  // The workers and the commands that tests start load the same modules.
  process.env['NODE_COMPILE_CACHE'] = join(directory, 'compiled');
  const given = process.env['DATABASE_URL'];
  const embedded: Embedded | undefined = given ? undefined : await startEmbedded(dataDirectory, throwaway);
  const administrator = given ?? embedded!.url;
  // An earlier run may have left a template with an older schema.
  if (given) await asRole(given, (client) => client.query(`drop database if exists ${template} with (force)`));
  // A server that is given may have the roles of an earlier run, with other passwords. Here nobody else uses them.
  const { secrets } = readConfig({ NODE_ENV: 'test', DATA_DIR: dataDirectory });
  for (const role of databaseRoleList) makeSecret(secrets, `database-${role}`);
  const { owner } = await prepareRoles(administrator, dataDirectory, template, {
    setPasswords: given === undefined ? [] : databaseRoleList,
  });
  if (given) await assertChecksPasswords(owner);
  await migrate(owner, townDatabase.migrations);
  await populate(owner, { residents, today: testToday, now: testNow });
  await storeDemoClients(owner);
  const cluster: TestCluster = { administrator, dataDirectory, template };
  process.env['NTK_TEST_CLUSTER'] = JSON.stringify(cluster);
  (globalThis as { ntkEmbedded?: Embedded | undefined }).ntkEmbedded = embedded;
}

/** Whether a run has suites that show the pages. */
function showsPages(run: Run | undefined): boolean {
  if (!run) return false;
  const { patterns = [] } = run.testPathPatterns ?? {};
  return patterns.length === 0 || patterns.some((pattern) => pattern.includes('web'));
}

/** Refuses a server that accepts any password: tests of wrong passwords would fail there, each for no reason of its own. */
async function assertChecksPasswords(url: string): Promise<void> {
  const wrong = Object.assign(new URL(url), { password: 'wrong' }).href;
  const isAccepted = await asRole(wrong, async () => true).catch(() => false);
  if (isAccepted) throw new Error('DATABASE_URL: the server accepts a wrong password; let its pg_hba.conf ask for scram-sha-256.');
}

function hasRoom(directory: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(directory);
    return bavail * bsize > ample;
  } catch {
    return false;
  }
}
