import { escapeIdentifier, escapeLiteral } from 'pg';
import type { Config } from '../../settings/config.ts';
import { connectionOptions } from '../../settings/connection-options.ts';
import { roleNames, type DatabaseRole } from '../roles/role-names.ts';
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

/**
 * The SQL that `prepareDatabase` would run, as a script for psql, for a database administrator to read and run. It can be run
 * again. It holds no password, but what PostgreSQL stores to check one.
 */
export function prepareScript(config: Config, server: string): string {
  const names = roleNames(config.databaseRolePrefix);
  const { database } = connectionOptions(server);
  const identifier = escapeIdentifier(database);
  const roles = databaseRoleList.flatMap((role) => {
    const name = names[role];
    return [
      unlessExists(`pg_roles where rolname = ${escapeLiteral(name)}`, createRole(name, newRoleVerifier(config, role, server))),
      ...roleSettings(role, name, config.deadlines).map(({ statement }) => `${statement};`),
    ];
  });
  return [
    '-- Run it once, as an account that may create roles and databases: psql --file=FILE, connected to any database.',
    String.raw`\set ON_ERROR_STOP on`,
    ...roles,
    String.raw`${joinsOwner(names)} \gset`,
    String.raw`\if :joins`,
    `grant ${names.owner} to current_user;`,
    String.raw`\endif`,
    unlessExists(`pg_database where datname = ${escapeLiteral(database)}`, createDatabase(identifier, names)),
    ...restrictConnections(identifier, names).map((statement) => `${statement};`),
    `grant create on database ${identifier} to ${names.owner};`,
    String.raw`\connect ${identifier}`,
    `grant usage, create on schema public to ${names.owner};`,
    String.raw`\if :joins`,
    `revoke ${names.owner} from current_user;`,
    String.raw`\endif`,
    '',
  ].join('\n');
}

/** The SQL that gives existing roles the passwords of URLs and secrets. It holds no password, like `prepareScript`. */
export function passwordScript(config: Config, server: string, roles: readonly DatabaseRole[]): string {
  const names = roleNames(config.databaseRolePrefix);
  return roles.map((role) => `${setPassword(names[role], newPasswordVerifier(config, role, server))};\n`).join('');
}

/** psql runs the statement that a query returns. */
function unlessExists(where: string, statement: string): string {
  return String.raw`select ${escapeLiteral(statement)} where not exists (select from ${where}) \gexec`;
}
