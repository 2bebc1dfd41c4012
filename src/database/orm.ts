import { MikroORM } from '@mikro-orm/postgresql';
import { ormOptions } from './orm-options.ts';
import { releaseBroken } from './release-broken.ts';

/** Opens the records as a database role. The caller closes it. */
export async function openOrm(url: string, pool: { readonly max: number } = { max: 10 }): Promise<MikroORM> {
  return MikroORM.init({
    ...ormOptions,
    clientUrl: url,
    pool: { min: 0, max: pool.max },
    driverOptions: { onPoolCreated: releaseBroken },
  });
}

/** Brings the database to the newest migration, as its owner. */
export async function migrate(ownerUrl: string): Promise<void> {
  const orm = await openOrm(ownerUrl, { max: 1 });
  try {
    await orm.migrator.up();
  } finally {
    await orm.close(true);
  }
}
