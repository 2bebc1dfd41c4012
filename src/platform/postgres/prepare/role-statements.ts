import { escapeLiteral } from 'pg';
import type { Deadlines } from '../../settings/config.ts';
import { roleDeadlines } from '../roles/role-deadlines.ts';
import type { DatabaseRole, RoleNames } from '../roles/role-names.ts';

/** The database roles in the order in which they are made. */
export const databaseRoleList: readonly DatabaseRole[] = ['owner', 'gateway', 'sequencer', 'eraser', 'identity'];

/**
 * Makes a role that can sign in and nothing else. A new role lacks the attributes superuser, createrole and createdb; to name
 * them needs a superuser.
 * @param verifier what PostgreSQL stores to check the password (see `scram.ts`); undefined: the role has none
 */
export function createRole(name: string, verifier: string | undefined): string {
  return `create role ${name} login${verifier === undefined ? '' : ` password ${escapeLiteral(verifier)}`}`;
}

/** Replaces a role's password. */
export function setPassword(name: string, verifier: string): string {
  return `alter role ${name} password ${escapeLiteral(verifier)}`;
}

/**
 * The settings of a role's sessions, as in pg_roles.rolconfig, each with the statement that sets it. They belong to the role,
 * because a pooler refuses them in a connection's options.
 */
export function roleSettings(
  role: DatabaseRole,
  name: string,
  deadlines: Deadlines,
): readonly { readonly entry: string; readonly statement: string }[] {
  // Compiling a statement takes longer than running it: all are short, and PostgreSQL estimates some of them far too dear.
  const settings: Record<string, string | number> = { jit: 'off' };
  if (role === 'gateway') {
    // The gateway's statements are written so that one plan serves all parameters. Planning each time costs more than most of them.
    settings['plan_cache_mode'] = 'force_generic_plan';
  }
  if (role === 'gateway' || role === 'identity') {
    for (const { parameter, milliseconds } of roleDeadlines(deadlines)) settings[parameter] = milliseconds;
  }
  return Object.entries(settings).map(([setting, value]) => ({
    entry: `${setting}=${value}`,
    statement: `alter role ${name} set ${setting} = ${value}`,
  }));
}

/** Makes the database. UTF8 regardless of the server's default: names of people have all letters. */
export function createDatabase(database: string, { owner }: RoleNames): string {
  return `create database ${database} owner ${owner} encoding 'UTF8' template template0`;
}

/** The privileges of the roles in a database of the owner: no other role may connect, not even roles of other environments. */
export function restrictConnections(database: string, names: RoleNames): readonly string[] {
  return [
    `revoke all on database ${database} from public`,
    `grant connect on database ${database} to ${databaseRoleList.map((role) => names[role]).join(', ')}`,
  ];
}

/**
 * Selects `joins`: whether the current account must become a member of the owner to make a database for it. A superuser need not, and
 * neither does a member. From PostgreSQL 16 on, the account that made a role may grant it, but is no such member yet.
 */
export function joinsOwner({ owner }: RoleNames): string {
  return `select not rolsuper and not exists (
  select from pg_auth_members where roleid = ${escapeLiteral(owner)}::regrole and member = pg_roles.oid
    and (grantor = pg_roles.oid or current_setting('server_version_num')::integer < 160000)) as joins
from pg_roles where rolname = current_user`;
}
