import { CompiledQuery } from 'kysely';
import { RateLimiterPostgres } from 'rate-limiter-flexible';
import type { Database } from './sql.ts';

/** How often something may be done. */
export interface Limit {
  /** Tells its keys from those of other limits in the table. */
  readonly name: string;
  readonly points: number;
  /** Seconds. */
  readonly duration: number;
}

/** Makes limiters that count in a table of PostgreSQL, so that all instances share the counts. @param table schema and name */
export function limitersIn(database: Database, [schemaName, tableName]: readonly [string, string]): (limit: Limit) => RateLimiterPostgres {
  const store = {
    query: ({ text, values }: { text: string; values: unknown[] }): Promise<unknown> =>
      database.executeQuery(CompiledQuery.raw(text, values)),
  };
  return ({ name, points, duration }) =>
    new RateLimiterPostgres({
      storeClient: store,
      storeType: 'client',
      schemaName,
      tableName,
      tableCreated: true,
      keyPrefix: name,
      points,
      duration,
    });
}

/**
 * Counts one more time for a key.
 * @returns undefined if the limit allows it; otherwise the seconds until it does
 * @throws whatever the database does
 */
export async function countOnce(limiter: RateLimiterPostgres, key: string): Promise<number | undefined> {
  try {
    await limiter.consume(key);
    return undefined;
  } catch (error) {
    if (error instanceof Error) throw error;
    const { msBeforeNext } = error as { readonly msBeforeNext: number };
    return Math.max(1, Math.ceil(msBeforeNext / 1_000));
  }
}
