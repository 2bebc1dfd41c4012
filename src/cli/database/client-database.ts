import type { CompiledQuery } from 'kysely';
import type { ClientBase } from 'pg';
import type { Database } from '../../platform/sql/sql.ts';

/** Runs statements on a connection, in its transaction if it is in one. */
export function clientDatabase(client: Pick<ClientBase, 'query'>): Database {
  return {
    async executeQuery<Row>({ sql, parameters }: CompiledQuery<Row>) {
      const { rows } = await client.query(sql, [...parameters]);
      return { rows: rows as Row[] };
    },
  };
}
