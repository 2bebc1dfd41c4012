import type { Language } from '../../../platform/language/languages.ts';
import type { People } from '../../../engine/application.ts';
import { findAccount } from '../account.ts';
import type { AccountDatabase } from '../account-database.ts';
import { endBefore } from '../ending/end-before.ts';
import type { Journal } from '../journal/journal.ts';
import { recordOf } from './own-record.ts';

/** The dependencies of connecting a record. */
interface ConnectNeeds {
  readonly database: AccountDatabase;
  readonly journal: Journal;
  readonly people: Pick<People, 'connectRecord'>;
  readonly now: () => Date;
}

/**
 * Connects an employee who declared to have no record with one that came later, or was forgotten: from then on the rule about conflicts of
 * interest reads it. It is never undone, and never another one.
 * @param accountId of the employee
 * @param recordAccountId of the account that proves the record
 * @param language of a mail to the owner
 * @returns whether it is connected
 * @throws PrivacyError LOG_UNAVAILABLE: then nothing is changed
 */
export async function connectOwnRecord(
  { database, journal, people, now }: ConnectNeeds,
  accountId: string,
  recordAccountId: string,
  language: Language = 'en',
): Promise<boolean> {
  return database.transaction(async (transaction) => {
    const account = await findAccount(transaction, { id: accountId });
    const proving = await findAccount(transaction, { id: recordAccountId });
    if (!account || account.isDisabled || account.employeeId === null || !proving || proving.isDisabled) return false;
    const record = await recordOf(transaction, proving);
    if (record === null) return false;
    if (!(await people.connectRecord({ database: transaction, now: now() }, account.employeeId, record))) return false;
    await endBefore(transaction, 'connect-own-record', { ...account, residentId: record }, { journal, now: now(), language });
    return true;
  });
}
