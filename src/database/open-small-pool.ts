import type { CompiledQuery } from 'kysely';
import { Pool } from 'pg';
import { connectionOptions } from '../connection-options.ts';
import type { Deadlines } from '../deadlines.ts';
import { endOverdue } from '../end-overdue.ts';
import type { Database } from '../sql.ts';

/** Statements outside of the requests' connections. */
export interface SmallPool extends Database {
  stop(): Promise<void>;
}

/**
 * Opens two connections besides the pool of the requests. A change that holds a connection of that pool and waits for a second one
 * could wait for another change that does the same.
 * @param url of the gateway's role
 */
export function openSmallPool(url: string, { queue, request }: Pick<Deadlines, 'queue' | 'request'>): SmallPool {
  const pool = new Pool({ ...connectionOptions(url), max: 2, connectionTimeoutMillis: queue, idleTimeoutMillis: 60_000 });
  pool.on('error', () => undefined);
  endOverdue(pool, request);
  return {
    async executeQuery<Row>({ sql, parameters }: CompiledQuery<Row>) {
      const { rows } = await pool.query(sql, [...parameters]);
      return { rows: rows as Row[] };
    },
    stop: () => pool.end(),
  };
}
