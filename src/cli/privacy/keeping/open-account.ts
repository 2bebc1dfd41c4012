import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import type { Config } from '../../../config.ts';
import { databaseRoles, type DatabaseRoles } from '../../../database/roles.ts';
import { startEmbedded } from '../../../database/embedded.ts';
import { clusterDirectory } from '../../../database/unreachable.ts';
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
  const server = await openServer(config);
  const url = databaseRoles(server.url, dataDirectory, server.database)[account];
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

interface Server {
  readonly url: string;
  readonly database: string;
  stop(): Promise<void>;
}

async function openServer({ databaseUrl, dataDirectory }: Config): Promise<Server> {
  if (databaseUrl !== undefined) {
    return { url: databaseUrl, database: decodeURIComponent(new URL(databaseUrl).pathname.slice(1)), stop: async () => undefined };
  }
  if (!existsSync(join(clusterDirectory(join(dataDirectory, 'postgres')), 'PG_VERSION'))) {
    throw unreadable('there is no database under DATA_DIR, and DATABASE_URL names none');
  }
  const embedded = await startEmbedded(dataDirectory);
  return { url: embedded.url, database: 'need_to_know', stop: () => embedded.stop() };
}

function unreadable(problem: string): PrivacyError {
  return new PrivacyError('LOG_UNREADABLE', { problems: [problem] });
}
