import { randomUUID } from 'node:crypto';
import { Client, Pool, type QueryResultRow } from 'pg';
import { readConfig, type Config, type Deadlines } from '../../../src/platform/settings/config.ts';
import { roleDeadlines } from '../../../src/platform/postgres/roles/role-deadlines.ts';
import { databaseRoles, type DatabaseRoles } from '../../../src/platform/postgres/roles/roles.ts';
import { serverUrl } from '../../../src/platform/postgres/connections/server.ts';
import type { SecretSource } from '../../../src/platform/settings/secret-source.ts';

/** The instant at which every test happens. */
export const testNow = new Date('2026-06-15T18:00:00.000Z');
export const testToday = '2026-06-15';

/** The migrated and populated database that suites copy. */
export const templateName = 'ntk_template';

/** The PostgreSQL of the test run; see setup/global-setup.ts. */
export interface TestCluster {
  readonly administrator: string;
  readonly dataDirectory: string;
  /** A migrated and populated database, to be copied. */
  readonly template: string;
}

export function testCluster(): TestCluster {
  return JSON.parse(process.env['NTK_TEST_CLUSTER'] ?? '') as TestCluster;
}

/** The settings that all suites share. */
function testConfig(): Config {
  return readConfig({ NODE_ENV: 'test', DATA_DIR: testCluster().dataDirectory });
}

/** The secrets that all suites share. */
export function testSecrets(): SecretSource {
  return testConfig().secrets;
}

/** A database that one suite owns. */
export interface TestDatabase {
  readonly roles: DatabaseRoles;
  /** Runs a statement as the owner, to inspect or to change the data without the gateway. */
  asOwner<T extends QueryResultRow>(text: string, values?: readonly unknown[]): Promise<T[]>;
  /** Lets PostgreSQL keep these deadlines for the gateway's later connections to this database, instead of the usual ones. */
  keepDeadlines(deadlines: Deadlines): Promise<void>;
  /** Cuts every connection of the gateway to this database, and waits until their work has ended. */
  cutGateway(): Promise<void>;
  drop(): Promise<void>;
}

/** Copies a database without connections into a new one; default: the template. */
export function copyDatabase(from?: TestDatabase): Promise<TestDatabase> {
  return createDatabase(from ? new URL(from.roles.owner).pathname.slice(1) : testCluster().template);
}

/** Creates a database without schemas or rows, as an administrator would for a first start. */
export function emptyDatabase(): Promise<TestDatabase> {
  return createDatabase('template0');
}

async function createDatabase(template: string): Promise<TestDatabase> {
  const { administrator } = testCluster();
  const name = `ntk_${randomUUID().replaceAll('-', '')}`;
  const admin = async (statement: string): Promise<void> => {
    const client = new Client({ connectionString: administrator });
    await client.connect();
    try {
      await client.query('select pg_advisory_lock(1)');
      await client.query(statement);
    } finally {
      await client.end();
    }
  };
  // Two suites may copy at once, and PostgreSQL wants the template to itself: `admin` waits its turn.
  await admin(`create database ${name} template ${template} owner ntk_owner`);
  const roles = databaseRoles(testConfig(), serverUrl(administrator, name));
  // A test that failed may have left a lock.
  const owner = new Pool({ connectionString: roles.owner, max: 2, lock_timeout: 10_000 });
  owner.on('error', () => undefined);
  return {
    roles,
    asOwner: async <T extends QueryResultRow>(text: string, values: readonly unknown[] = []) =>
      (await owner.query<T>(text, [...values])).rows,
    keepDeadlines: (deadlines) =>
      admin(
        roleDeadlines(deadlines)
          .map(({ parameter, milliseconds }) => `alter role ntk_gateway in database ${name} set ${parameter} = ${milliseconds}`)
          .join('; '),
      ),
    cutGateway: () =>
      admin(`select pg_terminate_backend(pid, 20_000) from pg_stat_activity where usename = 'ntk_gateway' and datname = '${name}'`),
    drop: async () => {
      await owner.end();
      await admin(`drop database if exists ${name} with (force)`);
    },
  };
}
