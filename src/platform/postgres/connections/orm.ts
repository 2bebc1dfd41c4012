import { MikroORM } from '@mikro-orm/postgresql';
import type { Pool } from 'pg';
import { connectionOptions } from '../../settings/connection-options.ts';
import { usualDeadlines, type Deadlines } from '../../settings/config.ts';
import { endOverdue } from '../../sql/end-overdue.ts';
import type { Entities } from './entities.ts';
import { ormOptions } from './orm-options.ts';
import { prepareStatements } from '../../sql/prepared-statements/prepare-statements.ts';
import { releaseBroken } from './release-broken.ts';

interface OrmOptions {
  /** The options of MikroORM; by default those of every connection that serves. */
  readonly options?: typeof ormOptions;
  /** The most connections; default 10. */
  readonly max?: number;
  /** Called with the pool of connections, to observe it. */
  readonly onPool?: (pool: Pool) => void;
  /** How long to wait for a connection, free or new, and how long one may be in use; default: the usual ones. */
  readonly deadlines?: Pick<Deadlines, 'queue' | 'request'> | undefined;
}

/**
 * Connects MikroORM to the database. The caller closes it.
 * @param url connection string of a role
 * @param entities empty: it runs statements alone
 */
export async function openOrm(
  url: string,
  entities: Entities,
  { options = ormOptions, max = 10, onPool, deadlines = usualDeadlines }: OrmOptions = {},
): Promise<MikroORM> {
  const { host, port, user, password, database, ...rest } = connectionOptions(url);
  return MikroORM.init({
    ...options,
    entities: [...entities],
    discovery: { warnWhenNoEntities: entities.length > 0 },
    // Its own reading of a URL leaves out what the URL says about TLS.
    host,
    port,
    user,
    password,
    dbName: database,
    pool: { min: 0, max },
    driverOptions: {
      ...rest,
      connectionTimeoutMillis: deadlines.queue,
      keepAlive: true,
      onPoolCreated: (pool: Pool) => {
        releaseBroken(pool);
        endOverdue(pool, deadlines.request);
        prepareStatements(pool);
        onPool?.(pool);
      },
    },
  });
}
