import type { Pool, PoolClient, QueryResult } from 'pg';
import { DescribedQuery, Descriptions, type Row } from './described-query.ts';

/** The maximum number of texts with a name. PostgreSQL keeps the prepared statements of every connection. */
const mostNames = 200;
/** The maximum number of remembered texts that were executed once, to recognize their second execution. */
const mostSeen = 1_000;
/** Milliseconds without use after which a text may lose its name to another. */
const idle = 5 * 60 * 1_000;
/** Seconds after which a connection is replaced, and with it the statements that lost their names. */
const lifetime = 10 * 60;

/**
 * Makes a pool's connections prepare repeated statements, so that PostgreSQL parses and plans each once per connection.
 * Only a text with parameters gets a name, at its second execution. The number of names is limited: operations that clients send
 * only once must not fill the memory.
 */
export function prepareStatements(pool: Pool, now: () => number = Date.now): void {
  const nameOf = statementNames(now);
  (pool as unknown as { readonly options: { maxLifetimeSeconds?: number } }).options.maxLifetimeSeconds = lifetime;
  pool.on('connect', (client: PoolClient) => {
    // Read from the prototype at each call, so that a listener installed there sees every statement.
    const prototype = Object.getPrototypeOf(client) as { readonly query: (this: PoolClient, ...given: readonly unknown[]) => unknown };
    const known = new Descriptions(client);
    const query = (first: unknown, values: unknown, ...rest: readonly unknown[]): unknown => {
      const text = typeof first === 'string' && Array.isArray(values) && values.length > 0 ? first : undefined;
      const name = text && nameOf(text);
      if (text === undefined || name === undefined) return prototype.query.call(client, first, values, ...rest);
      const statement = { name, text, values: values as unknown[] };
      // A caller with a callback, such as the pool itself, gets the driver's own result.
      if (rest.length > 0) return prototype.query.call(client, statement, ...rest);
      return new Promise<QueryResult<Row>>((resolve, reject) => {
        const settle = (error: unknown, result?: QueryResult<Row>): void => (result ? resolve(result) : reject(error));
        prototype.query.call(client, new DescribedQuery(statement, known, settle));
      });
    };
    client.query = query as typeof client.query;
  });
}

/** Makes a function that returns the name of a text. A new text has no name, and gets none while all names are in use. */
export function statementNames(now: () => number): (text: string) => string | undefined {
  const seen = new Set<string>();
  const names = new Map<string, { readonly name: string; used: number }>();
  let given = 0;
  return (text) => {
    const known = names.get(text);
    if (known) {
      known.used = now();
      return known.name;
    }
    if (!seen.delete(text)) {
      if (seen.size >= mostSeen) seen.clear();
      seen.add(text);
      return undefined;
    }
    if (names.size >= mostNames) {
      const [stale] = [...names].find(([, { used }]) => now() - used > idle) ?? [];
      if (stale === undefined) return undefined;
      names.delete(stale);
    }
    const name = `read-${(given += 1)}`;
    names.set(text, { name, used: now() });
    return name;
  };
}
