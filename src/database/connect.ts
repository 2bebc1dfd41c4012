import { Client } from 'pg';
import { connectionOptions } from '../connection-options.ts';
import { PrivacyError } from '../errors.ts';
import { connectionProblem } from './connection-problem.ts';

/**
 * Connects with the URL of a setting.
 * @throws PrivacyError SETTING_INVALID, naming the setting, what is wrong and what to do
 */
export async function connect(url: string, setting: string): Promise<Client> {
  const client = new Client(connectionOptions(url, setting));
  // A broken connection fails its running query. Without a listener the event would end the process.
  client.on('error', () => undefined);
  try {
    await client.connect();
    return client;
  } catch (error) {
    await client.end().catch(() => undefined);
    const problem = connectionProblem(error);
    throw problem === undefined ? error : new PrivacyError('SETTING_INVALID', { problems: [`${setting}: ${problem}`] });
  }
}
