import { MikroORM } from '@mikro-orm/postgresql';
import type { Pool, PoolClient } from 'pg';
import { ormOptions } from '../../src/database/orm-options.ts';
import { prepareStatements } from '../../src/database/prepare-statements.ts';
import { releaseBroken } from '../../src/database/release-broken.ts';

/**
 * Opens the records as a database role whose entries of the access log go nowhere: the statement that would stage one
 * with a change is answered here. Everything else is asked of the database.
 */
export async function openOrmWithoutLog(url: string): Promise<MikroORM> {
  return MikroORM.init({
    ...ormOptions,
    clientUrl: url,
    pool: { min: 0, max: 10 },
    driverOptions: {
      // As src/database/orm.ts does, and then this.
      onPoolCreated: (pool: Pool) => {
        releaseBroken(pool);
        prepareStatements(pool);
        pool.on('connect', answerStaging);
      },
    },
  });
}

const staged = { command: 'INSERT', rowCount: 1, oid: 0, fields: [], rows: [] };

function answerStaging(client: PoolClient): void {
  const query = client.query.bind(client) as (...given: unknown[]) => unknown;
  const answering = (...given: unknown[]): unknown => {
    const [first] = given;
    const text = typeof first === 'string' ? first : ((first as { readonly text?: string } | null)?.text ?? '');
    return text.startsWith('insert into access_log.staged') ? Promise.resolve(staged) : query(...given);
  };
  client.query = answering as PoolClient['query'];
}
