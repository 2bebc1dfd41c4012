import type { ClientBase } from 'pg';

/** PostgreSQL's clock, as this process knows it. */
export interface ServerClock {
  /** PostgreSQL's time in that many milliseconds, in POSIX milliseconds. May lag by one network trip; never runs ahead. */
  after(milliseconds: number): number;
}

/**
 * Reads PostgreSQL's clock on a new connection. It is compared with a clock of this process that is never set. If PostgreSQL's
 * clock is set, statements can come too late in its opinion; the next connection then knows its new time.
 */
export async function readServerClock(client: ClientBase): Promise<ServerClock> {
  const { rows } = await client.query<{ time: number }>('select (extract(epoch from clock_timestamp()) * 1000)::float8 as time');
  const offset = rows[0]!.time - performance.now();
  return { after: (milliseconds) => performance.now() + offset + milliseconds };
}
