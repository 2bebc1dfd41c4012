import { Client } from 'pg';
import type { Config } from '../../../platform/settings/config.ts';
import { urlSettings } from '../../../platform/settings/settings.ts';
import { connectionOptions } from '../../../platform/settings/connection-options.ts';
import { connectionProblem } from '../../../platform/postgres/connections/connection-problem.ts';
import { databaseRoles, type DatabaseRoles } from '../../../platform/postgres/roles/roles.ts';
import { hasServer, openServer } from '../../../platform/postgres/connections/server.ts';
import { asPrivacyError, PrivacyError } from '../../../platform/errors/errors.ts';
import { causeOf } from '../../../platform/errors/error-cause.ts';

/** A connection as one of the database roles. */
export interface RoleConnection {
  /** Its connection string. */
  readonly url: string;
  readonly client: Client;
  close(): Promise<void>;
}

/**
 * Connects as a database role, whether a gateway runs or not. It creates no data directory, database, role or table.
 * @throws {PrivacyError} LOG_UNREADABLE, with the reason
 */
export async function connectAs(config: Config, role: keyof DatabaseRoles): Promise<RoleConnection> {
  if (!(await hasServer(config))) throw unreadable('there is no database under DATA_DIR, and DATABASE_URL names none');
  const server = await openServer(config);
  const url = urlOf(role, databaseRoles(config, server.url));
  const client = new Client(connectionOptions(url));
  // A broken connection fails its running query. Without a listener the event would end the process.
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
    throw unreadable(`${urlSettings[role]}: ${connectionProblem(error) ?? `the database refuses (${causeOf(error)})`}`);
  }
}

function urlOf(role: keyof DatabaseRoles, roles: DatabaseRoles): string {
  try {
    return roles[role];
  } catch (error) {
    throw unreadable(asPrivacyError(error)?.problems.join('; ') ?? causeOf(error));
  }
}

function unreadable(problem: string): PrivacyError {
  return new PrivacyError('LOG_UNREADABLE', { problems: [problem] });
}
