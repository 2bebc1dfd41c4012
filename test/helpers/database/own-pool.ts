import { Pool, type PoolConfig } from 'pg';

/**
 * A pool of a test. Its `end` is over before its connections are closed, so PostgreSQL can still terminate one of them when the database is
 * dropped: that is no failure of the test.
 * @param url connection string of a role
 */
export function ownPool(url: string, options: PoolConfig = {}): Pool {
  const pool = new Pool({ connectionString: url, ...options });
  pool.on('error', () => undefined);
  return pool;
}
