import type { Replica, ReplicaSession } from '../../../platform/postgres/replica.ts';
import type { Database } from '../../../platform/sql/sql.ts';

/** The tables that plain reads read. What decides about a row (relationships, cases, mandates, the log) is in other tables. */
const plainTables = /\b(?:recreation\.(?:account|purchase|service)|web\.visit)\b/g;
/** Tables and functions have the name of their schema everywhere, because the search path holds none of these. */
const schemas = /\b(?:recreation|web|access_log)\b/;

/**
 * Whether a statement reads plain rows alone, so that it may run on a replica. Everything else runs on the primary: also the rows
 * of residents, because their relationships and row scopes are selected with them. Pure.
 */
export function isPlainRead(statement: string): boolean {
  const others = statement.replaceAll(plainTables, '');
  return others !== statement && !schemas.test(others) && /^\s*select\b/.test(statement);
}

/** The database of one request: plain reads from the replica while it is current, everything else from the primary. */
export class PlainReads implements Database {
  readonly #replica: Replica;
  readonly #primary: Database;
  #session: Promise<ReplicaSession | undefined> | undefined;
  #ended = false;

  constructor(replica: Replica, primary: Database) {
    this.#replica = replica;
    this.#primary = primary;
  }

  /** A statement that fails on the replica is run on the primary. */
  executeQuery: Database['executeQuery'] = async (statement) => {
    if (this.#ended || !isPlainRead(statement.sql)) return this.#primary.executeQuery(statement);
    const session = await (this.#session ??= this.#replica.open(this.#primary));
    if (!session || this.#ended) return this.#primary.executeQuery(statement);
    try {
      return await session.executeQuery(statement);
    } catch {
      this.#ended = true;
      return this.#primary.executeQuery(statement);
    }
  };

  /** Returns the connection to the replica. Later statements are run on the primary. */
  close(): void {
    void this.#session?.then((session) => session?.close());
    this.#ended = true;
  }
}
