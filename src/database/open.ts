import type { Config } from '../config.ts';
import { ensureAccounts, type Accounts } from './accounts.ts';
import { startEmbedded } from './embedded.ts';
import { migrate } from './orm.ts';

/** A database that is up, migrated, and has its roles. */
export interface OpenDatabase {
  readonly accounts: Accounts;
  close(): Promise<void>;
}

/** Opens DATABASE_URL's server or an embedded PostgreSQL, and brings it to the newest migration. */
export async function openDatabase(config: Config): Promise<OpenDatabase> {
  if (config.databaseUrl !== undefined) {
    const accounts = await ensureAccounts(config.databaseUrl, config.dataDirectory);
    await migrate(accounts.owner);
    return { accounts, close: async () => undefined };
  }
  const embedded = await startEmbedded(config.dataDirectory);
  try {
    const accounts = await ensureAccounts(embedded.url, config.dataDirectory, 'need_to_know');
    await migrate(accounts.owner);
    return { accounts, close: () => embedded.stop() };
  } catch (error) {
    await embedded.stop();
    throw error;
  }
}
