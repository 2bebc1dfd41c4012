import type { CompiledQuery } from 'kysely';
import { Pool, type PoolClient } from 'pg';
import { connectionOptions } from '../../settings/connection-options.ts';
import type { Deadlines } from '../../settings/config.ts';
import { endOverdue } from '../../sql/end-overdue.ts';
import type { Database } from '../../sql/sql.ts';

/** Statements outside of the requests' connections. */
export interface SmallPool extends Database {
  /**
   * Runs work in a separate transaction.
   * @throws what the work or the database throws: then nothing is changed, unless the outcome of the commit is unknown
   */
  transaction<Result>(work: (transaction: Database) => Promise<Result>): Promise<Result>;
  stop(): Promise<void>;
}

/**
 * Opens two connections besides the pool of the requests. A change that holds a connection of that pool and waits for a second one
 * could wait for another change that does the same.
 * @param url of the gateway's role, or that of the authorization server
 */
export function openSmallPool(url: string, { queue, request }: Pick<Deadlines, 'queue' | 'request'>): SmallPool {
  const pool = new Pool({ ...connectionOptions(url), max: 2, connectionTimeoutMillis: queue, idleTimeoutMillis: 60_000 });
  pool.on('error', () => undefined);
  endOverdue(pool, request);
  const on = (connection: Pick<PoolClient, 'query'>): Database => ({
    async executeQuery<Row>({ sql, parameters }: CompiledQuery<Row>) {
      const { rows } = await connection.query(sql, [...parameters]);
      return { rows: rows as Row[] };
    },
  });
  return {
    ...on(pool),
    async transaction(work) {
      const client = await pool.connect();
      let broken = true;
      try {
        await client.query('begin');
        try {
          const result = await work(on(client));
          await client.query('commit');
          broken = false;
          return result;
        } catch (error) {
          await client.query('rollback');
          broken = false;
          throw error;
        }
      } finally {
        client.release(broken);
      }
    },
    stop: () => pool.end(),
  };
}
