import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { serverUrl } from '../../../src/platform/postgres/connections/server.ts';
import { runDatabase } from '../../helpers/database/run-database.ts';
import { assertThat, type CaseContext, type OperateCase } from '../case.ts';
import { startGateway } from '../gateway.ts';
import type { Server } from '../server.ts';

type Settings = Readonly<Record<string, string>>;

const roles = ['owner', 'gateway', 'sequencer', 'eraser', 'identity'] as const;

// The steps of docs/operations.md, section "Database", for an operator who gets an account that is no superuser.
export const operateCase: OperateCase = {
  title: 'an account with CREATEROLE prepares two environments on one server, no statement holds a password, and neither reaches the other',
  on: 'each',
  run: async (context) => {
    const server = await context.startServer({ settings: { log_statement: 'all' } });
    const makesBoth = await account(server, 'makes_both', 'createrole createdb');
    const makesRoles = await account(server, 'makes_roles', 'createrole');
    await server.query('create database two_town owner makes_roles');
    const one = settingsOf(context, server, 'one_');
    const two = settingsOf(context, server, 'two_');
    await prepare(server, one, makesBoth);
    await prepare(server, two, makesRoles);
    const members = await server.query(
      `select from unnest(array['makes_both', 'makes_roles']) maker, unnest(array['one_owner', 'two_owner']) owner
       where pg_has_role(maker, owner, 'usage')`,
    );
    assertThat(members.length === 0, 'neither account has the rights of an owner afterwards');

    const gateways = [await startGateway(context, one), await startGateway(context, two)];
    for (const gateway of gateways) {
      const answer = await gateway.ask('resident', '{ me { givenName } }');
      assertThat(typeof answer.data?.me?.givenName === 'string', `both serve: ${answer.text}`);
    }
    for (const [from, to] of [
      [one, two],
      [two, one],
    ] as const) {
      for (const role of roles) {
        const code = await readAs(from, to, role);
        assertThat(code === '42501', `${from['DATABASE_ROLE_PREFIX']}${role} may read nothing of the other database: ${code}`);
      }
    }
    for (const gateway of gateways) assertThat((await gateway.stop()) === 0, 'SIGTERM ends both with exit code 0');
    return 'one_ with CREATEROLE and CREATEDB, two_ with CREATEROLE';
  },
};

function settingsOf(context: CaseContext, server: Server, prefix: string): Settings {
  return {
    NODE_ENV: 'test',
    DATABASE_URL: serverUrl(server.url(), `${prefix}town`),
    DATABASE_ROLE_PREFIX: prefix,
    DATA_DIR: join(context.directory, prefix),
    POPULATION: 'demo',
  };
}

/** Makes an account that is no superuser. @returns its connection string */
async function account(server: Server, name: string, attributes: string): Promise<string> {
  await server.query(`create role ${name} login ${attributes} password 'operate'`);
  return Object.assign(new URL(server.url()), { username: name, password: 'operate' }).href;
}

async function prepare(server: Server, settings: Settings, administrator: string): Promise<void> {
  await runDatabase('prepare', { ...settings, DATABASE_ADMINISTRATOR_URL: administrator });
  await runDatabase('migrate', settings);
  const log = server.log();
  assertThat(log.includes(`create role ${settings['DATABASE_ROLE_PREFIX']}gateway`), 'the server logs the statements');
  const leaked = roles.filter((role) => log.includes(passwordOf(settings, role)));
  assertThat(leaked.length === 0, `no statement holds the password of ${leaked.join(', ')}`);
}

function passwordOf(settings: Settings, role: (typeof roles)[number]): string {
  return readFileSync(join(settings['DATA_DIR']!, 'secrets', `database-${role}`), 'utf8').trim();
}

/**
 * Reads the database of one environment as a role of another. Where `prepare` made the database, the role may not even connect.
 * @returns PostgreSQL's code
 */
async function readAs(from: Settings, to: Settings, role: (typeof roles)[number]): Promise<string> {
  const username = `${from['DATABASE_ROLE_PREFIX']}${role}`;
  const url = Object.assign(new URL(to['DATABASE_URL']!), { username, password: passwordOf(from, role) });
  const client = new Client({ connectionString: url.href });
  try {
    await client.connect();
    await client.query('select from recreation.resident');
    return 'it reads';
  } catch (error) {
    return String((error as { readonly code?: string }).code);
  } finally {
    await client.end().catch(() => undefined);
  }
}
