import type { DatabaseSchema } from '../../../platform/postgres/migrations/database-schema.ts';
import type { Replica, ReplicaSession } from '../../../platform/postgres/connections/replica.ts';
import type { Database } from '../../../platform/sql/sql.ts';

/** A replica that serves plain reads. */
export interface ReadReplica extends Replica {
  /** Whether a statement may run on it, see `createPlainReadCheck`. */
  isPlain(statement: string): boolean;
}

/**
 * Makes the check whether a statement reads only plain rows, so that it may run on a replica. All other statements run on the primary,
 * also those that read rows of data subjects, because relationships and row scopes are selected with these rows. Tables and functions have
 * the name of their schema everywhere, because the search path holds no schema of the application. Pure.
 */
export function createPlainReadCheck({ plainTables, schemas }: Pick<DatabaseSchema, 'plainTables' | 'schemas'>): ReadReplica['isPlain'] {
  const plain = new RegExp(`\\b(?:${plainTables.map((table) => table.replace('.', '\\.')).join('|')})\\b`, 'g');
  const named = new RegExp(`\\b(?:${schemas.join('|')})\\b`);
  return (statement) => {
    const others = statement.replaceAll(plain, '');
    return others !== statement && !named.test(others) && /^\s*select\b/.test(statement);
  };
}

/** The database of one request: plain reads from the replica while it is current, everything else from the primary. */
export class PlainReads implements Database {
  readonly #replica: ReadReplica;
  readonly #primary: Database;
  #session: Promise<ReplicaSession | undefined> | undefined;
  #ended = false;

  constructor(replica: ReadReplica, primary: Database) {
    this.#replica = replica;
    this.#primary = primary;
  }

  /** A statement that fails on the replica is run on the primary. */
  executeQuery: Database['executeQuery'] = async (statement) => {
    if (this.#ended || !this.#replica.isPlain(statement.sql)) return this.#primary.executeQuery(statement);
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
