import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import type { Config } from '../../../config.ts';
import { databaseRoles, type DatabaseRoles } from '../../../database/roles.ts';
import { hasServer, openServer } from '../../../database/server.ts';
import { PrivacyError } from '../../../errors.ts';
import { causeOf } from '../../../error-cause.ts';

/** A connection as one of the database's roles. */
export interface OpenAccount {
  /** Its connection string. */
  readonly url: string;
  readonly client: Client;
  close(): Promise<void>;
}

/**
 * Connects beside a gateway that runs or not. It makes no data directory, database, role or table.
 * @throws PrivacyError LOG_UNREADABLE, with a hint
 */
export async function openAccount(config: Config, account: keyof DatabaseRoles): Promise<OpenAccount> {
  const { dataDirectory } = config;
  // The password, which whoever asks for it first would make.
  if (!existsSync(join(dataDirectory, 'secrets', `ntk_${account}`))) throw unreadable('no gateway has run with this DATA_DIR');
  if (!(await hasServer(config))) throw unreadable('there is no database under DATA_DIR, and DATABASE_URL names none');
  const server = await openServer(config);
  const url = databaseRoles(server.administrator, dataDirectory, server.database)[account];
  const client = new Client({ connectionString: url });
  // A connection that breaks is told by the query that it breaks.
  client.on('error', () => undefined);
  const close = async (): Promise<void> => {
    await client.end().catch(() => undefined);
    await server.stop();
  };
  try {
    await client.connect();
    return { url, client, close };
  } catch (error) {
    await close();
    throw unreadable(`the database refuses, or is not there (${causeOf(error)})`);
  }
}

function unreadable(problem: string): PrivacyError {
  return new PrivacyError('LOG_UNREADABLE', { problems: [problem] });
}
