import { MikroORM } from '@mikro-orm/postgresql';
import type { Pool } from 'pg';
import { connectionOptions } from '../connection-options.ts';
import { migrations, ormOptions } from './orm-options.ts';
import { prepareStatements } from '../prepared-statements/prepare-statements.ts';
import { releaseBroken } from './release-broken.ts';

interface PoolOptions {
  /** The most connections; default 10. */
  readonly max?: number;
  /** Called with the pool of connections, to observe it. */
  readonly onPool?: (pool: Pool) => void;
}

/** Connects MikroORM to the database. The caller closes it. @param url connection string of a role */
export async function openOrm(url: string, { max = 10, onPool }: PoolOptions = {}): Promise<MikroORM> {
  const { host, port, user, password, database, ...rest } = connectionOptions(url);
  return MikroORM.init({
    ...ormOptions,
    // Its own reading of a URL leaves out what the URL says about TLS.
    host,
    port,
    user,
    password,
    dbName: database,
    pool: { min: 0, max },
    driverOptions: {
      ...rest,
      onPoolCreated: (pool: Pool) => {
        releaseBroken(pool);
        prepareStatements(pool);
        onPool?.(pool);
      },
    },
  });
}

/** Runs the missing migrations, as the owner. A database that is up to date costs one query. */
export async function migrate(ownerUrl: string): Promise<void> {
  const orm = await openOrm(ownerUrl, { max: 1 });
  try {
    if (!(await isUpToDate(orm))) await orm.migrator.up();
  } finally {
    await orm.close(true);
  }
}

async function isUpToDate(orm: MikroORM): Promise<boolean> {
  try {
    const done: { readonly name: string }[] = await orm.em.getConnection().execute('select name from migration');
    const names = new Set(done.map(({ name }) => name));
    return migrations.every(({ name }) => names.has(name));
  } catch (error) {
    // SQLSTATE undefined_table: an empty database has no table of migrations yet.
    if ((error as { readonly code?: string }).code === '42P01') return false;
    throw error;
  }
}
