import { escapeIdentifier, type Client } from 'pg';
import type { Config } from '../../settings/config.ts';
import { urlSettings } from '../../settings/settings.ts';
import { connectionOptions } from '../../settings/connection-options.ts';
import { causeOf } from '../../errors/error-cause.ts';
import { PrivacyError } from '../../errors/errors.ts';
import { connect } from '../connections/connect.ts';
import { roleNames, type DatabaseRole, type RoleNames } from '../roles/role-names.ts';
import { againAfterOthers } from './again-after-others.ts';
import { newPasswordVerifier, newRoleVerifier } from './make-verifiers.ts';
import {
  createDatabase,
  createRole,
  databaseRoleList,
  joinsOwner,
  restrictConnections,
  roleSettings,
  setPassword,
} from './role-statements.ts';

/** The created objects; empty if everything existed. */
export type Prepared = readonly string[];

/** How to prepare. */
export interface PrepareOptions {
  /** The existing roles that get the passwords of URLs and secrets. Others keep theirs. */
  readonly setPasswords?: readonly DatabaseRole[];
  /** Whether existing roles keep their settings, because other processes serve with them. */
  readonly keepsSettings?: boolean;
}

/**
 * Makes the database and its roles where they are missing. Existing objects are left unchanged. Concurrent
 * calls are safe.
 * @param administrator connection string of an account that may create roles, and the database if that is missing
 * @param server URL of the server and database
 * @throws PrivacyError SETTING_INVALID if a role of that name may do more than serve; foreign errors of PostgreSQL
 */
export async function prepareDatabase(
  administrator: string,
  config: Config,
  server: string,
  options: PrepareOptions = {},
): Promise<Prepared> {
  const names = roleNames(config.databaseRolePrefix);
  const { database } = connectionOptions(server);
  const made = await withClient(administrator, async (client) => {
    // The lock ends with the connection. It holds back only those that are connected to the same database.
    await client.query(`select pg_advisory_lock(hashtextextended('need-to-know prepare', 0))`);
    const roles = await againAfterOthers(() => inTransaction(client, () => prepareRoles(client, config, server, options)));
    const { made: isNew, owned } = await againAfterOthers(() => ensureDatabase(client, database, names));
    return { roles: isNew ? [...roles, `database ${database}`] : roles, owned };
  });
  if (made.owned) return made.roles;
  const url = Object.assign(new URL(administrator), { pathname: `/${encodeURIComponent(database)}` }).href;
  return [
    ...made.roles,
    ...(await withClient(url, (client) => againAfterOthers(() => grantInForeignDatabase(client, escapeIdentifier(database), names)))),
  ];
}

/** Makes the database if it is missing. @returns whether it was made, and whether it belongs to the owner's role */
async function ensureDatabase(
  client: Client,
  database: string,
  names: RoleNames,
): Promise<{ readonly made: boolean; readonly owned: boolean }> {
  const { rows } = await client.query<{ owned: boolean }>(
    'select pg_get_userbyid(datdba) = $2 as owned from pg_database where datname = $1',
    [database, names.owner],
  );
  if (rows[0] !== undefined) return { made: false, owned: rows[0].owned };
  await makeDatabase(client, escapeIdentifier(database), names);
  return { made: true, owned: true };
}

async function prepareRoles(
  client: Client,
  config: Config,
  server: string,
  { setPasswords = [], keepsSettings = false }: PrepareOptions,
): Promise<Prepared> {
  const names = roleNames(config.databaseRolePrefix);
  const { rows } = await client.query<{ name: string; powerful: boolean; settings: readonly string[] | null }>(
    `select rolname as name, rolsuper or rolcreaterole or rolcreatedb or rolreplication or rolbypassrls as powerful, rolconfig as settings
     from pg_roles where rolname = any($1)`,
    [Object.values(names)],
  );
  const powerful = rows.filter((row) => row.powerful).map(({ name }) => `DATABASE_ROLE_PREFIX: the role ${name} exists and is powerful`);
  if (powerful.length > 0) throw new PrivacyError('SETTING_INVALID', { problems: powerful });
  const made: string[] = [];
  for (const role of databaseRoleList) {
    const name = names[role];
    const existing = rows.find((row) => row.name === name);
    if (!existing) {
      await client.query(createRole(name, newRoleVerifier(config, role, server)));
      made.push(`role ${name}`);
    } else if (setPasswords.includes(role)) {
      await client.query(setPassword(name, newPasswordVerifier(config, role, server)));
      made.push(`password of ${name}`);
    }
    if (existing && keepsSettings) continue;
    for (const { entry, statement } of roleSettings(role, name, config.deadlines)) {
      if (!existing?.settings?.includes(entry)) await client.query(statement);
    }
  }
  return made;
}

/** Only a member of a role can make a database that the role owns. The administrator is a member no longer than that. */
async function makeDatabase(client: Client, database: string, names: RoleNames): Promise<void> {
  const { rows } = await client.query<{ joins: boolean }>(joinsOwner(names));
  const { joins } = rows[0]!;
  if (joins) await client.query(`grant ${names.owner} to current_user`);
  try {
    await client.query(createDatabase(database, names));
    // Tried again by itself: the next attempt would find the database and leave it open to all.
    for (const statement of restrictConnections(database, names)) await againAfterOthers(() => client.query(statement));
  } finally {
    if (joins) await againAfterOthers(() => client.query(`revoke ${names.owner} from current_user`));
  }
}

/** Grants what the roles lack in an existing database of another owner. @param client connected to that database */
async function grantInForeignDatabase(client: Client, database: string, names: RoleNames): Promise<Prepared> {
  const { rows } = await client.query<{ grants: boolean; missing: string }>(
    `select not has_database_privilege(name, current_database(), privilege) as grants, privilege || ' on database ${database} to ' || name as missing
     from unnest($1::text[]) name, unnest(array['connect', 'create']) privilege where privilege = 'connect' or name = $2
     union all
     select not has_schema_privilege($2, 'public', privilege), privilege || ' on schema public to ' || $2
     from unnest(array['usage', 'create']) privilege`,
    [Object.values(names), names.owner],
  );
  const missing = rows.filter(({ grants }) => grants).map((row) => row.missing);
  await inTransaction(client, async () => {
    for (const privilege of missing) await client.query(`grant ${privilege}`);
  });
  return missing;
}

async function inTransaction<Result>(client: Client, work: () => Promise<Result>): Promise<Result> {
  await client.query('begin');
  try {
    const result = await work();
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
}

async function withClient<Result>(url: string, work: (client: Client) => Promise<Result>): Promise<Result> {
  const client = await connect(url, urlSettings.administrator);
  try {
    return await work(client);
  } catch (error) {
    // SQLSTATE insufficient_privilege.
    if (causeOf(error) !== '42501') throw error;
    const problem = `${urlSettings.administrator}: the account may not do this; use one with CREATEROLE and CREATEDB, or let an administrator run what --print prints`;
    throw new PrivacyError('SETTING_INVALID', { problems: [problem] });
  } finally {
    await client.end().catch(() => undefined);
  }
}
