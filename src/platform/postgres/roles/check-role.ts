import { Pool, type PoolConfig } from 'pg';
import { connectionOptions } from '../../settings/connection-options.ts';
import { endOverdue } from '../../sql/end-overdue.ts';
import type { DatabaseSchema } from '../migrations/database-schema.ts';
import { readExpected } from '../definitions/expected-definitions.ts';
import type { ServingRole } from './serving-role.ts';

/** The facts that are read from the database for each serving role. */
export interface RoleChecks {
  /** Whether PostgreSQL lets the role in and answers: on a new connection, as a request may need one. A password that was changed shows here. */
  answers(): Promise<boolean>;
  /** Whether the role has each privilege that it needs, and nothing that would let it change the log. */
  hasRights(): Promise<boolean>;
  /** Whether the schema has all that this version needs. A newer one may be on its way. */
  hasSchema(): Promise<boolean>;
  stop(): Promise<void>;
}

/** Milliseconds that one check may use a connection. */
const usualLongest = 2_000;

/** The connections of readiness checks. They are not those of the requests, so that requests cannot keep them busy. */
export interface CheckPools {
  /** Its connections are kept. */
  readonly kept: Pool;
  /** Each of its connections is used once. */
  readonly once: Pool;
}

/**
 * Opens the connections of readiness checks.
 * @param connect milliseconds for a new connection
 */
export function openCheckPools(url: string, connect: number): CheckPools {
  return { kept: openCheckPool(url, connect), once: openCheckPool(url, connect, usualLongest, { max: 1, maxUses: 1 }) };
}

/**
 * Opens connections for checks alone.
 * @param longest milliseconds that one check may use a connection
 */
export function openCheckPool(
  url: string,
  connect: number,
  longest = usualLongest,
  more: PoolConfig = { max: 2, idleTimeoutMillis: 60_000 },
): Pool {
  const pool = new Pool({ ...connectionOptions(url), connectionTimeoutMillis: Math.min(connect, longest), ...more });
  pool.on('error', () => undefined);
  endOverdue(pool, longest);
  return pool;
}

/** The checks of a role. @param pools signed in as that role */
export function checkRole({ kept, once }: CheckPools, role: Exclude<ServingRole, 'sequencer'>, schema: DatabaseSchema): RoleChecks {
  const names = schema.migrations.map(({ name }) => name);
  const needed = Object.entries(readExpected(schema).rights[role]).flatMap(([name, privileges]) =>
    privileges.split(' ').map((privilege) => ({ name, privilege })),
  );
  const parameters = [needed.map(({ name }) => name), needed.map(({ privilege }) => privilege)];
  return {
    async answers() {
      await once.query('select');
      return true;
    },
    async hasRights() {
      const { rows } = await kept.query<{ is_right: boolean }>(rights, parameters);
      return rows[0]!.is_right;
    },
    async hasSchema() {
      const { rows } = await kept.query<{ done: number }>('select count(*)::int as done from public.migration where name = any($1)', [
        names,
      ]);
      return rows[0]!.done === names.length;
    },
    stop: async () => {
      await Promise.all([kept.end(), once.end()]);
    },
  };
}

/** A privilege of a table may be one of some columns. A table or function that is gone gives null. */
const rights = `
  select not rolsuper and not rolbypassrls and not rolcreaterole and not rolcreatedb
    and not has_table_privilege('access_log.staged', 'update, delete, truncate')
    and not has_table_privilege('access_log.entry', 'insert, update, delete, truncate')
    and not exists (
      select from unnest($1::text[], $2::text[]) as needed (name, privilege)
      where case when privilege = 'execute' then has_function_privilege(to_regproc(name), privilege)
        when privilege = 'delete' then has_table_privilege(to_regclass(name), privilege)
        else has_any_column_privilege(to_regclass(name), privilege) end is not true) as is_right
  from pg_roles where rolname = current_user`;
