import type { Replica, ReplicaSession } from '../database/replica.ts';
import type { Database } from '../sql.ts';

/** The plain reads of one request: from the replica while it is current, otherwise from the primary. */
export class PlainReads implements Database {
  readonly #replica: Replica;
  readonly #primary: () => Database;
  #session: Promise<ReplicaSession | undefined> | undefined;
  #ended = false;

  /** @param primary its database; it throws once the request is over */
  constructor(replica: Replica, primary: () => Database) {
    this.#replica = replica;
    this.#primary = primary;
  }

  /** A statement that fails on the replica is run on the primary. */
  executeQuery: Database['executeQuery'] = async (statement) => {
    if (this.#ended) return this.#primary().executeQuery(statement);
    const session = await (this.#session ??= this.#replica.open(this.#primary()));
    if (!session || this.#ended) return this.#primary().executeQuery(statement);
    try {
      return await session.executeQuery(statement);
    } catch {
      this.#ended = true;
      return this.#primary().executeQuery(statement);
    }
  };

  /** Returns the connection to the replica. Later statements are run on the primary. */
  close(): void {
    void this.#session?.then((session) => session?.close());
    this.#ended = true;
  }
}
