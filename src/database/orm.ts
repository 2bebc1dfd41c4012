import { MikroORM } from '@mikro-orm/postgresql';
import type { Pool } from 'pg';
import { migrations, ormOptions } from './orm-options.ts';
import { prepareStatements } from './prepare-statements.ts';
import { releaseBroken } from './release-broken.ts';

/** Opens the records as a database role. The caller closes it. */
export async function openOrm(url: string, pool: { readonly max: number } = { max: 10 }): Promise<MikroORM> {
  return MikroORM.init({
    ...ormOptions,
    clientUrl: url,
    pool: { min: 0, max: pool.max },
    driverOptions: {
      onPoolCreated: (pool: Pool) => {
        releaseBroken(pool);
        prepareStatements(pool);
      },
    },
  });
}

/** Brings the database to the newest migration, as its owner. Where it is there already, that costs one look. */
export async function migrate(ownerUrl: string): Promise<void> {
  const orm = await openOrm(ownerUrl, { max: 1 });
  try {
    if (!(await isNewest(orm))) await orm.migrator.up();
  } finally {
    await orm.close(true);
  }
}

async function isNewest(orm: MikroORM): Promise<boolean> {
  try {
    const done: { readonly name: string }[] = await orm.em.getConnection().execute('select name from migration');
    const names = new Set(done.map(({ name }) => name));
    return migrations.every(({ name }) => names.has(name));
  } catch (error) {
    // SQLSTATE undefined_table: an empty database has no list yet.
    if ((error as { readonly code?: string }).code === '42P01') return false;
    throw error;
  }
}
