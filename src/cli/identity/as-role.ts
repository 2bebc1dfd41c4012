import type { Config } from '../../platform/settings/config.ts';
import type { AccountDatabase } from '../../identity/accounts/account-database.ts';
import { clientDatabase } from '../database/client-database.ts';
import { connectAs } from '../log/change/connect-as.ts';

/**
 * Runs statements as a role: that of the authorization server, or the owner.
 * @throws PrivacyError LOG_UNREADABLE: the database cannot be reached; the error of PostgreSQL
 */
export async function asRole<Result>(
  config: Config,
  role: 'identity' | 'owner',
  work: (database: AccountDatabase) => Promise<Result>,
): Promise<Result> {
  const opened = await connectAs(config, role);
  const { client } = opened;
  try {
    const database = clientDatabase(client);
    return await work({
      ...database,
      async transaction(change) {
        await client.query('begin');
        try {
          const result = await change(database);
          await client.query('commit');
          return result;
        } catch (error) {
          await client.query('rollback').catch(() => undefined);
          throw error;
        }
      },
    });
  } finally {
    await opened.close();
  }
}
