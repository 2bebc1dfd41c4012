import { MikroORM } from '@mikro-orm/postgresql';
import type { Pool, PoolClient } from 'pg';
import { ormOptions } from '../../src/platform/postgres/connections/orm-options.ts';
import { town } from '../../src/town/index.ts';
import { prepareStatements } from '../../src/platform/sql/prepared-statements/prepare-statements.ts';
import { releaseBroken } from '../../src/platform/postgres/connections/release-broken.ts';

/**
 * Opens the records so that access entries are discarded: the statement that would stage an entry together
 * with a change is answered here. All other statements go to the database.
 */
export async function openOrmWithoutLog(url: string): Promise<MikroORM> {
  return MikroORM.init({
    ...ormOptions,
    entities: [...town.entities],
    clientUrl: url,
    pool: { min: 0, max: 10 },
    driverOptions: {
      // src/platform/postgres/connections/orm.ts does the same; answerStaging is added to it.
      onPoolCreated: (pool: Pool) => {
        releaseBroken(pool);
        prepareStatements(pool);
        pool.on('connect', answerStaging);
      },
    },
  });
}

// A row says that the principal's access is in force.
const staged = { command: 'INSERT', rowCount: 1, oid: 0, fields: [], rows: [{}] };

function answerStaging(client: PoolClient): void {
  const query = client.query.bind(client) as (...given: unknown[]) => unknown;
  const answering = (...given: unknown[]): unknown => {
    const [first] = given;
    const text = typeof first === 'string' ? first : ((first as { readonly text?: string } | null)?.text ?? '');
    return text.includes('insert into access_log.staged') ? Promise.resolve(staged) : query(...given);
  };
  client.query = answering as PoolClient['query'];
}
