import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { readConfig, type Config } from '../../../src/platform/settings/config.ts';
import { prepareDatabase, type Prepared } from '../../../src/platform/postgres/prepare/prepare.ts';
import { passwordScript, prepareScript } from '../../../src/platform/postgres/prepare/prepare-script.ts';
import { databaseRoleList } from '../../../src/platform/postgres/prepare/role-statements.ts';
import type { DatabaseRole } from '../../../src/platform/postgres/roles/role-names.ts';
import { databaseRoles } from '../../../src/platform/postgres/roles/roles.ts';
import { serverUrl } from '../../../src/platform/postgres/connections/server.ts';
import { testCluster } from '../../helpers/database/cluster.ts';
import { startProgram } from '../../helpers/processes/program.ts';
import { runPrivacy } from '../../helpers/processes/run-privacy.ts';
import { captureStatements } from '../../helpers/values/statements.ts';

const directory = mkdtempSync(join(tmpdir(), 'ntk-prepare-'));
const { administrator } = testCluster();
let client: Client;
const prefixes = ['one_', 'two_', 'three_', 'four_', 'five_', 'six_', 'eight_', 'nine_', 'ten_'];
beforeAll(async () => {
  client = new Client({ connectionString: administrator });
  await client.connect();
});
afterAll(async () => {
  for (const prefix of prefixes) {
    await client.query(`drop database if exists ${prefix}town with (force)`);
    for (const role of ['gateway', 'sequencer', 'eraser', 'identity', 'owner']) await client.query(`drop role if exists ${prefix}${role}`);
  }
  for (const role of ['creator', 'creator_of_all', 'powerless']) await client.query(`drop role if exists ${role}`);
  await client.end();
  rmSync(directory, { recursive: true });
});

const settingsOf = (prefix: string): Record<string, string> => ({
  NODE_ENV: 'test',
  DATABASE_URL: serverUrl(administrator, `${prefix}town`),
  DATABASE_ADMINISTRATOR_URL: administrator,
  DATABASE_ROLE_PREFIX: prefix,
  DATA_DIR: join(directory, prefix),
  PORT: '0',
});
const configOf = (prefix: string): Config => readConfig(settingsOf(prefix));
const prepare = (prefix: string, url = administrator, setPasswords: readonly DatabaseRole[] = []): Promise<Prepared> =>
  prepareDatabase(url, configOf(prefix), settingsOf(prefix)['DATABASE_URL']!, { setPasswords });
/** The administrator's URL of another database. */
const administratorAt = (name: string): string => Object.assign(new URL(administrator), { pathname: `/${name}` }).href;
const connects = async (url: string): Promise<boolean> => {
  const given = new Client({ connectionString: url });
  try {
    await given.connect();
    return true;
  } catch (error) {
    expect((error as { code?: string }).code).toMatch(/^(28|42501|3D)/);
    return false;
  } finally {
    await given.end();
  }
};
const account = async (name: string, attributes: string): Promise<string> => {
  await client.query(`create role ${name} login ${attributes} password 'peregrine'`);
  return Object.assign(new URL(administrator), { username: name, password: 'peregrine' }).href;
};
const rolesOf = (prefix: string) => databaseRoles(configOf(prefix), settingsOf(prefix)['DATABASE_URL']!);

test('two environments live on one server, and neither connects to the other', async () => {
  const gateways = [];
  for (const prefix of ['one_', 'two_']) {
    for (const step of ['prepare', 'migrate']) {
      expect(await runPrivacy(['database', step], settingsOf(prefix))).toMatchObject({ code: 0, stderr: '' });
    }
    const { DATABASE_ADMINISTRATOR_URL: _, ...serving } = settingsOf(prefix);
    gateways.push(await startProgram('src/main.ts', serving));
  }
  try {
    for (const { ready } of gateways) {
      const answer = await fetch(new URL('/graphql', ready), {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: '{ services { edges { node { name } } } }' }),
      });
      expect(await answer.json()).toMatchObject({ data: { services: { edges: [] } } });
    }
  } finally {
    for (const gateway of gateways) {
      gateway.kill('SIGTERM');
      expect(await gateway.ended).toBe(0);
    }
  }
  const { gateway } = rolesOf('one_');
  expect(await connects(gateway)).toBe(true);
  expect(await connects(Object.assign(new URL(gateway), { pathname: '/two_town' }).href)).toBe(false);
});

test('what is there is left as it is: passwords are set again only on demand', async () => {
  const made = ['owner', 'gateway', 'sequencer', 'eraser', 'identity'].map((role) => `role three_${role}`);
  expect(await prepare('three_')).toEqual([...made, 'database three_town']);
  expect(await prepare('three_')).toEqual([]);
  const { rows } = await client.query(`select rolname, rolconfig from pg_roles where rolname like 'three\\_%' order by 1`);
  expect(rows).toEqual([
    { rolname: 'three_eraser', rolconfig: ['jit=off'] },
    {
      rolname: 'three_gateway',
      rolconfig: [
        'jit=off',
        'plan_cache_mode=force_generic_plan',
        'statement_timeout=5000',
        'lock_timeout=2000',
        'idle_in_transaction_session_timeout=10000',
      ],
    },
    {
      rolname: 'three_identity',
      rolconfig: ['jit=off', 'statement_timeout=5000', 'lock_timeout=2000', 'idle_in_transaction_session_timeout=10000'],
    },
    { rolname: 'three_owner', rolconfig: ['jit=off'] },
    { rolname: 'three_sequencer', rolconfig: ['jit=off'] },
  ]);
  await client.query(`alter role three_gateway password 'other'`);
  expect(await prepare('three_')).toEqual([]);
  expect(await connects(rolesOf('three_').gateway)).toBe(false);
  expect(await prepare('three_', administrator, ['gateway'])).toEqual(['password of three_gateway']);
  expect(await connects(rolesOf('three_').gateway)).toBe(true);
});

test('a role gets a new password, and those whose secrets are elsewhere keep theirs', async () => {
  await prepare('eight_');
  const { sequencer } = rolesOf('eight_');
  const secrets = join(directory, 'eight_', 'secrets');
  renameSync(join(secrets, 'database-sequencer'), join(directory, 'moved'));
  renameSync(join(secrets, 'database-gateway'), join(directory, 'moved-too'));
  const setPassword = (...more: string[]) =>
    runPrivacy(['database', 'prepare', ...more, '--set-passwords', 'gateway'], settingsOf('eight_'));
  // An unknown password would lock out the running processes.
  expect(await setPassword()).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('the secret database-gateway') });
  writeFileSync(join(secrets, 'database-gateway'), 'a new one\n');
  expect(await setPassword()).toMatchObject({ code: 0, stdout: 'made: password of eight_gateway\n', stderr: '' });
  expect(await connects(rolesOf('eight_').gateway)).toBe(true);
  expect(await connects(sequencer)).toBe(true);
  writeFileSync(join(secrets, 'database-gateway'), 'a newer one\n');
  const { stdout } = await setPassword('--print');
  expect(stdout).toMatch(/^alter role eight_gateway password 'SCRAM-SHA-256[^']+';\n$/);
  await client.query(stdout);
  expect(await connects(rolesOf('eight_').gateway)).toBe(true);
  expect(existsSync(join(secrets, 'database-sequencer'))).toBe(false);
});

test('a password is set for no unknown role, and for none that signs in with a certificate', async () => {
  const unknown = await runPrivacy(['database', 'prepare', '--set-passwords', 'gatway'], settingsOf('six_'));
  expect(unknown).toMatchObject({ code: 2, stderr: expect.stringContaining('--set-passwords: unknown name; did you mean gateway') });
  const { DATABASE_URL: url } = settingsOf('six_');
  const config = configOf('six_');
  const owner = `${url}?sslmode=require&sslcert=role.pem&sslkey=role.key`;
  const certified = { ...config, databaseUrls: { ...config.databaseUrls, owner } };
  expect(() => passwordScript(certified, url!, ['owner'])).toThrow('DATABASE_OWNER_URL: its role signs in with a certificate');
});

describe('an account that is no superuser', () => {
  test('prepares with CREATEROLE and CREATEDB, and is a member of the owner no longer', async () => {
    const creator = await account('creator_of_all', 'createrole createdb');
    expect(await prepare('four_', creator)).toContain('database four_town');
    expect((await runPrivacy(['database', 'migrate'], settingsOf('four_'))).stderr).toBe('');
    const { rows } = await client.query(`select pg_has_role('creator_of_all', 'four_owner', 'usage') as uses`);
    expect(rows).toEqual([{ uses: false }]);
  });

  test('prepares with CREATEROLE where it owns the database', async () => {
    const creator = await account('creator', 'createrole');
    const refused = await prepare('five_', creator).catch((error: Error) => error.message);
    expect(refused).toContain('DATABASE_ADMINISTRATOR_URL: the account may not do this; use one with CREATEROLE and CREATEDB');
    await client.query('create database five_town owner creator');
    expect(await prepare('five_', creator)).toEqual([
      'create on database "five_town" to five_owner',
      'create on schema public to five_owner',
    ]);
    expect((await runPrivacy(['database', 'migrate'], settingsOf('five_'))).stderr).toBe('');
  });

  test('without rights is refused, and nothing is made', async () => {
    const powerless = await account('powerless', '');
    const settings = { ...settingsOf('seven_'), DATABASE_ADMINISTRATOR_URL: powerless };
    const { code, stderr } = await runPrivacy(['database', 'prepare'], settings);
    expect(code).toBe(2);
    expect(stderr).toContain('DATABASE_ADMINISTRATOR_URL: the account may not do this');
    expect(stderr).not.toContain('peregrine');
    expect((await client.query(`select from pg_roles where rolname like 'seven\\_%'`)).rowCount).toBe(0);
  });
});

test('what others make at the same time, from another database, is taken as it is', async () => {
  const other = new Client({ connectionString: administratorAt('template1') });
  await other.connect();
  await other.query('begin; create role nine_gateway login');
  const prepared = prepare('nine_');
  const waits = `select from pg_stat_activity where wait_event_type = 'Lock' and query like 'create role nine_gateway %'`;
  while ((await client.query(waits)).rowCount === 0) await new Promise((done) => setTimeout(done, 20));
  await other.query('commit');
  await other.end();
  expect(await prepared).toEqual([
    'role nine_owner',
    'role nine_sequencer',
    'role nine_eraser',
    'role nine_identity',
    'database nine_town',
  ]);
});

test('accounts prepare at once from different databases, and each thing is made once', async () => {
  await prepare('nine_');
  const all = await Promise.all(['postgres', 'nine_town', 'postgres', 'nine_town'].map((name) => prepare('ten_', administratorAt(name))));
  expect(all.flat().toSorted()).toEqual([
    'database ten_town',
    'role ten_eraser',
    'role ten_gateway',
    'role ten_identity',
    'role ten_owner',
    'role ten_sequencer',
  ]);
  const { rows } = await client.query(`select has_database_privilege('two_gateway', 'ten_town', 'connect') as connects`);
  expect(rows).toEqual([{ connects: false }]);
});

test('a role that exists and is powerful is refused by name', async () => {
  await client.query('create role six_gateway createdb');
  await expect(prepare('six_')).rejects.toThrow('DATABASE_ROLE_PREFIX: the role six_gateway exists and is powerful');
  await client.query('drop role six_gateway');
});

test('the script for a database administrator holds no password, and names all that is made', () => {
  const config = configOf('six_');
  const script = prepareScript(config, settingsOf('six_')['DATABASE_URL']!);
  for (const role of ['owner', 'gateway', 'sequencer', 'eraser', 'identity']) {
    const password = readFileSync(join(directory, 'six_', 'secrets', `database-${role}`), 'utf8');
    expect(script).not.toContain(password);
    expect(script).toContain(`create role six_${role} login password`);
  }
  expect(script).toContain('SCRAM-SHA-256$4096:');
  expect(script).toContain(`create database "six_town" owner six_owner`);
});

test('no statement holds a password', async () => {
  const captured = captureStatements(administrator);
  await prepare('six_', administrator);
  await prepare('six_', administrator, databaseRoleList);
  captured.stop();
  const text = captured.statements.map((statement) => statement.text).join('\n');
  expect(text.match(/password 'SCRAM-SHA-256\$4096:/g)).toHaveLength(10);
  const { owner, gateway, sequencer, eraser, identity } = rolesOf('six_');
  for (const url of [owner, gateway, sequencer, eraser, identity]) expect(text).not.toContain(new URL(url).password);
});
