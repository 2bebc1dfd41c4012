import { Client } from 'pg';
import { password } from './secrets.ts';

/** Connection strings of the database roles, each with what it may do and no more (clause `passwords`). */
export interface Accounts {
  /** Owns the tables and migrates them; nothing else runs as it. */
  readonly owner: string;
  /** Serves requests: owns nothing, inserts into the log and reads it. */
  readonly gateway: string;
  /** Numbers the log. */
  readonly sequencer: string;
  /** Takes out of the log what must be forgotten, and logs that. */
  readonly eraser: string;
}

const roles = { owner: 'ntk_owner', gateway: 'ntk_gateway', sequencer: 'ntk_sequencer', eraser: 'ntk_eraser' } as const;

/**
 * Makes sure that the database and its roles are there, with the passwords of the data directory.
 * @param administrator connection string of an account that may create roles and databases
 * @param database the database's name; undefined: the one that the string names
 */
export async function ensureAccounts(administrator: string, dataDirectory: string, database?: string): Promise<Accounts> {
  const client = new Client({ connectionString: administrator });
  await client.connect();
  try {
    for (const role of Object.values(roles)) {
      const word = client.escapeLiteral(password(dataDirectory, role));
      const known = await client.query('select from pg_roles where rolname = $1', [role]);
      await client.query(`${known.rowCount ? 'alter' : 'create'} role ${role} login nosuperuser nocreatedb nocreaterole password ${word}`);
    }
    // Its statements are written so that one plan serves all parameters; planning anew each time costs more than most of them.
    await client.query(`alter role ${roles.gateway} set plan_cache_mode = force_generic_plan`);
    // Whoever creates a database for another role must be able to act as it.
    await client.query(`grant ${roles.owner} to current_user`);
    const name = database ?? new URL(administrator).pathname.slice(1);
    const known = await client.query('select from pg_database where datname = $1', [name]);
    if (!known.rowCount) await client.query(`create database ${client.escapeIdentifier(name)} owner ${roles.owner}`);
    else {
      await client.query(`grant create, connect on database ${client.escapeIdentifier(name)} to ${roles.owner}`);
      // Somebody else's database: its public schema is closed, and the list of migrations stands there.
      if (database === undefined) await client.query(`grant usage, create on schema public to ${roles.owner}`);
    }
    return accountsOf(administrator, dataDirectory, name);
  } finally {
    await client.end();
  }
}

/** The connection strings of roles that are there already, to a database of the same server. */
export function accountsOf(administrator: string, dataDirectory: string, database: string): Accounts {
  const as = (role: string): string => {
    const url = new URL(administrator);
    url.username = role;
    url.password = password(dataDirectory, role);
    url.pathname = `/${database}`;
    return url.href;
  };
  return { owner: as(roles.owner), gateway: as(roles.gateway), sequencer: as(roles.sequencer), eraser: as(roles.eraser) };
}
