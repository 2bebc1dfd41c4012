import type { Pool, PoolClient, QueryResult } from 'pg';
import { DescribedQuery, Descriptions, type Row } from './described-query.ts';

/** Texts that have a name at most. PostgreSQL keeps what it prepared for each connection. */
const mostNames = 200;
/** Texts seen once that are remembered, to know them when they are seen again. */
const mostSeen = 1_000;
/** Milliseconds after which a name may be given up for another text. */
const idle = 5 * 60 * 1_000;
/** Seconds after which a connection is made anew, and what it prepared under names that were given up is gone. */
const lifetime = 10 * 60;

/**
 * Has a pool's connections prepare the statements that come again, so that PostgreSQL parses and plans them once a
 * connection. Only a text with parameters that was seen before gets a name, and only so many do: operations that
 * are asked once must fill nobody's memory.
 */
export function prepareStatements(pool: Pool, now: () => number = Date.now): void {
  const nameOf = statementNames(now);
  (pool as unknown as { readonly options: { maxLifetimeSeconds?: number } }).options.maxLifetimeSeconds = lifetime;
  pool.on('connect', (client: PoolClient) => {
    // Asked of the prototype each time, so that whoever listens there hears of every statement.
    const prototype = Object.getPrototypeOf(client) as { readonly query: (this: PoolClient, ...given: readonly unknown[]) => unknown };
    const known = new Descriptions(client);
    const query = (first: unknown, values: unknown, ...rest: readonly unknown[]): unknown => {
      const text = typeof first === 'string' && Array.isArray(values) && values.length > 0 ? first : undefined;
      const name = text && nameOf(text);
      if (text === undefined || name === undefined) return prototype.query.call(client, first, values, ...rest);
      const statement = { name, text, values: values as unknown[] };
      // Whoever gives a callback, as the pool itself does, gets what the driver makes.
      if (rest.length > 0) return prototype.query.call(client, statement, ...rest);
      return new Promise<QueryResult<Row>>((resolve, reject) => {
        const settle = (error: unknown, result?: QueryResult<Row>): void => (result ? resolve(result) : reject(error));
        prototype.query.call(client, new DescribedQuery(statement, known, settle));
      });
    };
    client.query = query as typeof client.query;
  });
}

/** Gives texts their names; none for one that is new, and none while all names are in use. */
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
