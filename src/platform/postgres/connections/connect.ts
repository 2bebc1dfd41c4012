import { Client } from 'pg';
import { connectionOptions } from '../../settings/connection-options.ts';
import { PrivacyError } from '../../errors/errors.ts';
import { connectionProblem } from './connection-problem.ts';

/** Milliseconds to connect, and for each statement. */
export interface ConnectDeadlines {
  readonly connect: number;
  readonly statement: number;
}

/**
 * Connects with the URL of a setting.
 * @param within without it: five seconds to connect, and any time for a statement
 * @throws PrivacyError SETTING_INVALID, naming the setting, what is wrong and what to do
 */
export async function connect(url: string, setting: string, within?: ConnectDeadlines): Promise<Client> {
  const deadlines = within && { connectionTimeoutMillis: within.connect, query_timeout: within.statement };
  const client = new Client({ ...connectionOptions(url, setting), ...deadlines });
  // A broken connection fails its running query. Without a listener the event would end the process.
  client.on('error', () => undefined);
  try {
    await client.connect();
    return client;
  } catch (error) {
    await client.end().catch(() => undefined);
    throw namedProblem(error, setting);
  }
}

/** An error of a connection, with the setting that it belongs to; any other error as it is. */
export function namedProblem(error: unknown, setting: string): unknown {
  const problem = error instanceof PrivacyError ? undefined : connectionProblem(error);
  return problem === undefined ? error : new PrivacyError('SETTING_INVALID', { problems: [`${setting}: ${problem}`] });
}
