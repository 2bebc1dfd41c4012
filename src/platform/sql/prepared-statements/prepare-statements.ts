import type { Pool, PoolClient, QueryResult } from 'pg';
import { statementName } from '../sql.ts';
import { DescribedQuery, Descriptions, type NamedStatement, type Row } from './described-query.ts';
import { FramedQuery, type Frame, OpenFrame, withoutCommit } from './frame.ts';

/** The maximum number of texts with a name. PostgreSQL keeps the prepared statements of every connection. */
const mostNames = 200;
/** The maximum number of remembered texts that were executed once, to recognize their second execution. */
const mostSeen = 1_000;
/** Milliseconds without use after which a text may lose its name to another. */
const idle = 5 * 60 * 1_000;
/** Seconds after which a connection is replaced, and with it the statements that lost their names. */
const lifetime = 10 * 60;

/** The result of a statement that was not sent. */
const nothing = { command: '', rowCount: null, oid: 0, fields: [], rows: [] };

type Callback = (error: unknown, result?: QueryResult) => void;
type Send = (this: PoolClient, ...given: readonly unknown[]) => unknown;

/**
 * Makes a pool's connections prepare repeated statements, so that PostgreSQL parses and plans each once per connection.
 * Only a text with parameters gets a name, at its second execution. The number of names is limited: operations that clients send
 * only once must not fill the memory.
 *
 * A pooler may run each transaction on another connection of the server. A name is a digest of its text, so no answer can come
 * from another statement. A pooler that does not track statements makes PostgreSQL refuse a name. The pool then names no statement
 * any more. The refused statement is sent again without a name, unless it is part of a transaction: then the transaction has failed.
 *
 * `begin` is sent with the statement that follows it, and a text that ends with `; commit` commits in its own round trip
 * (open-frame.ts). So a transaction takes two round trips less.
 */
export function prepareStatements(pool: Pool, now: () => number = Date.now): void {
  const nameOf = statementNames(now);
  let namesRefused = false;
  (pool as unknown as { readonly options: { maxLifetimeSeconds?: number } }).options.maxLifetimeSeconds = lifetime;
  const opened = new WeakMap<PoolClient, OpenFrame>();
  pool.on('release', (_error, client) => opened.get(client)?.forget());
  pool.on('connect', (client: PoolClient) => {
    // Read from the prototype at each call, so that a listener installed there sees every statement.
    const prototype = Object.getPrototypeOf(client) as { readonly query: Send };
    const known = new Descriptions(client);
    const open = new OpenFrame();
    opened.set(client, open);
    /** Sends a statement again if its name was refused and nothing else was undone by that. */
    const orAgain = ({ text, values }: NamedStatement, settle: Callback): Callback => {
      return (error, result) => {
        if (!isNameRefused(error)) return settle(error, result);
        namesRefused = true;
        if (client.getTransactionStatus() !== 'I') return settle(error);
        prototype.query.call(client, text, values, settle);
      };
    };
    const inFrame = (frame: Frame, text: string, values: unknown[]): Promise<QueryResult<Row>> =>
      new Promise((resolve, reject) => {
        const settle: Callback = (error, result) => {
          if (isNameRefused(error)) namesRefused = true;
          if (!result) return reject(error);
          open.end(frame);
          resolve(result);
        };
        const name = namesRefused ? undefined : nameOf(text);
        prototype.query.call(client, new FramedQuery({ name, text: withoutCommit(text), values }, known, frame, settle));
      });
    const query = (first: unknown, values: unknown, ...rest: readonly unknown[]): unknown => {
      if (open.holds(first)) return Promise.resolve(nothing);
      const frame = open.take(first);
      if (frame) {
        if (typeof first === 'string' && rest.length === 0) {
          if (Array.isArray(values) && values.length > 0) return inFrame(frame, first, values);
          if (!frame.commits) return lastOf(prototype.query.call(client, `begin; ${first}`));
        }
        throw new Error('A transaction begins and ends with a text.');
      }
      const text = typeof first === 'string' && Array.isArray(values) && values.length > 0 ? first : undefined;
      const name = text === undefined || namesRefused ? undefined : nameOf(text);
      if (text === undefined || name === undefined) return prototype.query.call(client, first, values, ...rest);
      const statement = { name, text, values: values as unknown[] };
      const [callback] = rest as readonly [Callback?];
      // A caller with a callback, such as the pool itself, gets the driver's own result.
      if (callback) return prototype.query.call(client, statement, orAgain(statement, callback));
      return new Promise<QueryResult<Row>>((resolve, reject) => {
        const settle: Callback = (error, result) => (result ? resolve(result) : reject(error));
        prototype.query.call(client, new DescribedQuery(statement, known, orAgain(statement, settle)));
      });
    };
    client.query = query as typeof client.query;
    // Sent after the connection's first statement: at the connect event, the driver is not ready for one. Until it is answered, each
    // statement is described at every execution.
    client.once('drain', () => void keepIfDirect(known, client));
  });
}

/** The result of the last of several statements without parameters. */
async function lastOf(results: unknown): Promise<unknown> {
  const found = await results;
  return Array.isArray(found) ? found.at(-1) : found;
}

async function keepIfDirect(known: Descriptions, client: PoolClient): Promise<void> {
  if (await isDirect(client)) known.keep();
}

// SQLSTATE invalid_sql_statement_name: the connection has no statement of that name. duplicate_prepared_statement: it has one already.
function isNameRefused(error: unknown): boolean {
  const { code } = (error ?? {}) as { readonly code?: string };
  return code === '26000' || code === '42P05';
}

/** Makes a function that returns the name of a text. A new text has no name, and gets none while all names are in use. */
export function statementNames(now: () => number): (text: string) => string | undefined {
  const seen = new Set<string>();
  const names = new Map<string, { readonly name: string; used: number }>();
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
    const name = statementName(text);
    names.set(text, { name, used: now() });
    return name;
  };
}

/** Reads the process that serves a connection. Tests leave it out of the statements of an operation. */
export const processStatement = 'select pg_backend_pid() as process';

/**
 * Whether the connection leads to PostgreSQL itself. A pooler announces a process id of its own at the start, and PostgreSQL another.
 * @returns false if it is not known
 */
async function isDirect(client: PoolClient): Promise<boolean> {
  try {
    const { rows } = await client.query<{ process: number }>(processStatement);
    return rows[0]?.process === (client as unknown as { readonly processID: number | null }).processID;
  } catch {
    return false;
  }
}
