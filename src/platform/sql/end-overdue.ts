import type { Pool, PoolClient } from 'pg';

/** Milliseconds that connections may still be in use, or still be opened, once their pool is ended. */
export const closing = 2_000;

/**
 * Closes the connections of a pool that are in use for too long. A PostgreSQL that is stopped or cannot be reached never answers,
 * and no deadline of PostgreSQL itself applies then. The statement under way fails as on a broken connection, and the pool
 * discards the connection.
 *
 * The end of the pool waits at most two seconds for connections. One that is opened meanwhile is closed at once: Kysely no longer
 * has its pool, and would never return it.
 * @param longest milliseconds that a connection may be in use without a pause
 */
export function endOverdue(pool: Pool, longest: number): void {
  const since = new Map<PoolClient, number>();
  let timer: NodeJS.Timeout | undefined;
  const check = (): void => {
    timer = undefined;
    const now = performance.now();
    for (const [client, at] of since) if (now - at >= longest) closeSocket(client);
    if (since.size > 0) watch();
  };
  // One timer serves all connections, so that a statement costs nothing more.
  const watch = (): void => {
    timer ??= setTimeout(check, Math.max(20, longest / 16)).unref();
  };
  // The pool listens to idle connections only, and an error event without a listener would end the process.
  pool.on('connect', (client) => client.on('error', () => undefined));
  pool.on('acquire', (client) => {
    since.set(client, performance.now());
    if (pool.ending) closeSocket(client);
    watch();
  });
  for (const event of ['release', 'remove'] as const) {
    pool.on(event, (...given: readonly unknown[]) => void since.delete(given.at(-1) as PoolClient));
  }
  const end = pool.end.bind(pool);
  pool.end = async () => {
    const late = setTimeout(() => allOf(pool).forEach(closeSocket), closing);
    try {
      await end();
    } finally {
      clearTimeout(late);
    }
  };
}

/** The connections of a pool that are idle, in use or being opened. */
function allOf(pool: Pool): readonly PoolClient[] {
  return (pool as unknown as { readonly _clients: readonly PoolClient[] })._clients;
}

/** Closes a connection without a word to PostgreSQL, which would be sent only after the statement under way. */
function closeSocket(client: PoolClient): void {
  const { connection } = client as unknown as { readonly connection: { readonly stream: { destroy(): void } } };
  connection.stream.destroy();
}
