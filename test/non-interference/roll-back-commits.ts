import type { Pool, PoolClient } from 'pg';

/** The part of the driver's connection that a commit goes through when it travels with a statement. */
interface Wire {
  parse(message: { readonly text: string }, ...rest: readonly unknown[]): void;
  prependListener(event: 'commandComplete', listener: (message: { text: string }) => void): void;
}

/**
 * Rolls back what a pool's connections commit in the round trip of another statement (`src/platform/sql/prepared-statements/frame.ts`). The
 * program is told that it was committed. A commit that is a statement of its own is seen by `captureStatements`.
 */
export function rollBackCommits(pool: Pool): void {
  pool.on('connect', (client: PoolClient) => {
    const { connection } = client as unknown as { readonly connection: Wire };
    const parse = connection.parse.bind(connection);
    let replaced = 0;
    connection.parse = (message, ...rest) => {
      if (message.text !== 'commit') return parse(message, ...rest);
      replaced += 1;
      parse({ ...message, text: 'rollback' }, ...rest);
    };
    connection.prependListener('commandComplete', (message) => {
      if (replaced === 0 || message.text !== 'ROLLBACK') return;
      replaced -= 1;
      message.text = 'COMMIT';
    });
  });
}
