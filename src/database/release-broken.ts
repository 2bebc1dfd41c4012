import type { Pool, PoolClient } from 'pg';

/**
 * Gives connections that break while they are in use back to their pool. Kysely's transactions keep theirs
 * where BEGIN or ROLLBACK fails, which on a broken connection they do: each would be missing for ever, and
 * with the last of them every request would wait for ever.
 */
export function releaseBroken(pool: Pool): void {
  const used = new Set<PoolClient>();
  pool.on('acquire', (client) => used.add(client));
  pool.on('release', (_error, client) => used.delete(client));
  pool.on('connect', (client) => {
    client.once('end', () => {
      if (!used.has(client)) return;
      const release = client.release.bind(client);
      // Whoever used it may give it back all the same.
      client.release = () => undefined;
      release(true);
    });
  });
}
