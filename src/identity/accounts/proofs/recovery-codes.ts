import type { Language } from '../../../platform/language/languages.ts';
import { newReadableCode, readCode } from '../../../platform/random/readable-code.ts';
import { sql } from '../../../platform/sql/sql.ts';
import { findAccount } from '../account.ts';
import type { Origin, SignInResult } from '../accounts.ts';
import { storeMail } from '../mails/ask-for-mail.ts';
import { passkeyAcr, recoveryAcr } from '../passkeys/assurance.ts';
import { lockAccount } from '../ending/lock-account.ts';
import type { AddingSession } from '../passkeys/register-passkey.ts';
import { digestOf } from '../mails/secret-token.ts';
import type { SignInNeeds } from '../sign-in/sign-in.ts';

/** The dependencies of recovery codes. */
type CodeNeeds = Omit<SignInNeeds, 'passwords'>;

/** How many codes an account has, and groups of a code, of 20 bits each. */
const codes = 10;
const groups = 7;

/**
 * Creates the recovery codes of an account, which replace earlier ones, and notifies the owner. They are shown once and stored as digests.
 * @param session after a sign-in with a passkey; a password alone makes none: codes let one add a passkey
 * @param language of the mail to the owner
 * @returns undefined if they may not be made now
 * @throws PrivacyError LOG_UNAVAILABLE: then nothing is changed
 */
export async function makeRecoveryCodes(
  { database, journal, now }: CodeNeeds,
  { id, accountId, acr }: AddingSession,
  language: Language,
): Promise<readonly string[] | undefined> {
  if (acr !== passkeyAcr) return undefined;
  return database.transaction(async (transaction) => {
    await lockAccount(transaction, accountId);
    const account = await findAccount(transaction, { session: id });
    if (account?.accountId !== accountId || account.isDisabled) return undefined;
    await sql`delete from identity.recovery_code where account_id = ${accountId}::uuid`.execute(transaction);
    const made = Array.from({ length: codes }, () => newReadableCode(groups));
    await sql`
      insert into identity.recovery_code (account_id, hash)
      select ${accountId}::uuid, hash from unnest(${made.map((code) => digestOf(readCode(code)))}::bytea[]) hash`.execute(transaction);
    await journal.own(transaction, 'make-recovery-codes', account, now());
    await storeMail(transaction, 'RECOVERY_CODES_MADE', account.email, language, now());
    return made;
  });
}

/**
 * Uses a recovery code up, after a sign-in with the password: a person who lost every passkey adds a new one. It acts in no role that
 * needs a passkey. Tries count like those of passwords.
 * @throws PrivacyError LOG_UNAVAILABLE: then the code is not used up
 */
export async function useRecoveryCode(needs: CodeNeeds, accountId: string, code: string, from: Origin): Promise<SignInResult> {
  const { database, journal, throttle, now } = needs;
  const account = await findAccount(database, { id: accountId });
  if (!account || account.isDisabled) return { kind: 'refused' };
  const counted = await throttle.count(account.email, from);
  if (counted.kind === 'throttled') return counted;
  const isUsed = await database.transaction(async (transaction) => {
    const { rows } = await sql`
      delete from identity.recovery_code
      where account_id = ${accountId}::uuid and hash = ${digestOf(readCode(code))} returning 1`.execute(transaction);
    if (rows.length === 0) return false;
    await journal.own(transaction, 'use-recovery-code', account, now());
    return true;
  });
  if (!isUsed) {
    await journal.failed(database, 'sign-in-failed', account, now());
    return { kind: 'refused' };
  }
  await throttle.forgive(account.email, from);
  return { kind: 'signed-in', accountId, epoch: account.epoch, acr: recoveryAcr, amr: ['pwd', 'otp'] };
}
