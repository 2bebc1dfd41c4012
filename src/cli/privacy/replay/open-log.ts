import type { Config } from '../../../config.ts';
import { PrivacyError } from '../../../errors.ts';
import { causeOf } from '../../../error-cause.ts';
import { openAccount, type OpenAccount } from '../keeping/open-account.ts';

/**
 * Opens the access log as the gateway's role, in a transaction that reads, and sees one moment: what
 * the sequencer moves meanwhile is neither missed nor seen twice.
 * @throws PrivacyError LOG_UNREADABLE, with a hint
 */
export async function openLog(config: Config): Promise<OpenAccount> {
  const account = await openAccount(config, 'gateway');
  try {
    await reading(() => account.client.query('begin transaction isolation level repeatable read, read only'));
    return account;
  } catch (error) {
    await account.close();
    throw error;
  }
}

/** @throws PrivacyError LOG_UNREADABLE for whatever goes wrong while the log is read */
export async function reading<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof PrivacyError ? error : new PrivacyError('LOG_UNREADABLE', { problems: [causeOf(error)] });
  }
}
