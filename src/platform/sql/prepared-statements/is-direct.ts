import type { PoolClient } from 'pg';

/** Reads the process that serves a connection. Tests leave it out of the statements of an operation. */
export const processStatement = 'select pg_backend_pid() as process';

/**
 * Whether the connection leads to PostgreSQL itself. A pooler announces a process id of its own at the start, and PostgreSQL another.
 * @returns false if it is not known
 */
export async function isDirect(client: PoolClient): Promise<boolean> {
  try {
    const { rows } = await client.query<{ process: number }>(processStatement);
    return rows[0]?.process === (client as unknown as { readonly processID: number | null }).processID;
  } catch {
    return false;
  }
}
