import type { Pool, PoolClient } from 'pg';

/**
 * Returns connections that break while in use to their pool. A Kysely transaction does not release its connection if BEGIN or
 * ROLLBACK fails, and both fail on a broken connection. Without this function the pool would lose a connection each time, until
 * every request waited for ever.
 */
export function releaseBroken(pool: Pool): void {
  const used = new Set<PoolClient>();
  pool.on('acquire', (client) => used.add(client));
  pool.on('release', (_error, client) => used.delete(client));
  pool.on('connect', (client) => {
    client.once('end', () => {
      if (!used.has(client)) return;
      const release = client.release.bind(client);
      // The user of the connection may still release it.
      client.release = () => undefined;
      release(true);
    });
  });
}
