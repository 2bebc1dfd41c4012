import { Client } from 'pg';
import { connectionOptions } from '../connection-options.ts';
import { roleNames } from './role-names.ts';
import { password } from './secrets.ts';

/** A connection string for each PostgreSQL role. No role may do more than its work needs (clause `passwords`). */
export interface DatabaseRoles {
  /** Owns the tables and migrates them; nothing else runs as this role. */
  readonly owner: string;
  /** Serves requests. It owns nothing, and may only insert into the access log and read it. */
  readonly gateway: string;
  /** Numbers the access log. */
  readonly sequencer: string;
  /** Removes from the access log what must be forgotten, and logs the removal. */
  readonly eraser: string;
}

/**
 * Creates the database and its roles where they are missing, and sets the roles' passwords to those in the data directory.
 * @param administrator connection string of a role that may create roles and databases
 * @param database the database's name
 */
export async function ensureRoles(administrator: string, dataDirectory: string, database: string): Promise<DatabaseRoles> {
  const names = roleNames();
  const client = new Client(connectionOptions(administrator));
  await client.connect();
  try {
    // Gateways may start together. The lock ends with the connection.
    await client.query(`select pg_advisory_lock(hashtextextended('need-to-know roles', 0))`);
    for (const role of Object.values(names)) {
      const secret = client.escapeLiteral(password(dataDirectory, role));
      const existing = await client.query('select from pg_roles where rolname = $1', [role]);
      await client.query(
        `${existing.rowCount ? 'alter' : 'create'} role ${role} login nosuperuser nocreatedb nocreaterole password ${secret}`,
      );
    }
    // The gateway's statements are written so that one plan serves all parameters. Planning each time costs more than most of them.
    await client.query(`alter role ${names.gateway} set plan_cache_mode = force_generic_plan`);
    // Compiling a statement takes longer than running it: all are short, and PostgreSQL estimates some of them far too dear.
    for (const role of Object.values(names)) await client.query(`alter role ${role} set jit = off`);
    // Only a member of a role can create a database that the role owns.
    await client.query(`grant ${names.owner} to current_user`);
    const name = client.escapeIdentifier(database);
    const existing = await client.query('select from pg_database where datname = $1', [database]);
    if (!existing.rowCount) await client.query(`create database ${name} owner ${names.owner}`);
    else {
      await client.query(`grant create, connect on database ${name} to ${names.owner}`);
      // An existing database may belong to another role. The table of migrations is in its public schema, where our role has no rights yet.
      if (client.database === database) await client.query(`grant usage, create on schema public to ${names.owner}`);
    }
    return databaseRoles(administrator, dataDirectory, database);
  } finally {
    await client.end();
  }
}

/** The connection strings of existing roles, for a database of the administrator's server. */
export function databaseRoles(administrator: string, dataDirectory: string, database: string): DatabaseRoles {
  const connectionOf = (role: string): string => {
    const url = new URL(administrator);
    url.username = role;
    url.password = password(dataDirectory, role);
    url.pathname = `/${database}`;
    return url.href;
  };
  const names = roleNames();
  return {
    owner: connectionOf(names.owner),
    gateway: connectionOf(names.gateway),
    sequencer: connectionOf(names.sequencer),
    eraser: connectionOf(names.eraser),
  };
}
