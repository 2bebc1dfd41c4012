import { randomUUID } from 'node:crypto';
import { sql, type Database } from '../../sql.ts';
import type { Language } from '../../wording/wordings.ts';
import { findAccount } from './account.ts';
import { storeMail } from './ask-for-mail.ts';
import { checkPassword, type PasswordProblem } from './check-password.ts';
import { loadCommonPasswords } from './common-passwords.ts';
import { endGrants } from './end-grants.ts';
import { readLink, useLink, type Link } from './links.ts';
import type { SignInNeeds } from './sign-in.ts';

/** What becomes of a new password. */
export type SetPasswordResult =
  | { readonly kind: 'set'; readonly accountId: string }
  | { readonly kind: 'refused'; readonly problem: PasswordProblem }
  /** The link is unknown, used or too old. */
  | { readonly kind: 'link-invalid' }
  | { readonly kind: 'throttled'; readonly seconds: number };

/**
 * Sets the password of an account, or registers one, by a link from a mail. The link is used up by a success alone.
 * @throws PrivacyError LOG_UNAVAILABLE: then nothing is changed
 */
export async function setPassword(needs: SignInNeeds, token: string, password: string, language: Language): Promise<SetPasswordResult> {
  const { database, passwords, throttle, now } = needs;
  const link = await readLink(database, 'PASSWORD', token, now());
  if (!link) return { kind: 'link-invalid' };
  const problem = checkPassword(password, link.email, await loadCommonPasswords());
  if (problem !== undefined) return { kind: 'refused', problem };
  const hash = await passwords.hash(password);
  if (hash === undefined) return { kind: 'throttled', seconds: passwords.retryAfter };
  const accountId = await database.transaction(async (transaction) => {
    if (!(await useLink(transaction, 'PASSWORD', token, now()))) return undefined;
    return link.accountId === null ? register(needs, transaction, link, hash) : reset(needs, transaction, link, hash, language);
  });
  if (accountId === undefined) return { kind: 'link-invalid' };
  await throttle.reset(link.email);
  return { kind: 'set', accountId };
}

/** @returns undefined if the address got an account in the meantime */
async function register({ journal, now }: SignInNeeds, transaction: Database, { email }: Link, hash: string): Promise<string | undefined> {
  const accountId = randomUUID();
  const { rows } = await sql`
    insert into identity.account (id, email, email_verified_at, password_hash, created_at)
    values (${accountId}::uuid, ${email}, ${now()}, ${hash}, ${now()}) on conflict (email) do nothing returning 1`.execute(transaction);
  if (rows.length === 0) return undefined;
  await journal.own(transaction, 'register-account', { accountId, residentId: null, employeeId: null }, now());
  return accountId;
}

/** @returns undefined if the account has another address now, or is disabled */
async function reset(
  { journal, now }: SignInNeeds,
  transaction: Database,
  { email, accountId }: Link,
  hash: string,
  language: Language,
): Promise<string | undefined> {
  const account = await findAccount(transaction, { email });
  if (!account || account.accountId !== accountId || account.isDisabled) return undefined;
  await sql`update identity.account set password_hash = ${hash} where id = ${accountId}::uuid`.execute(transaction);
  await endGrants(transaction, account.accountId);
  await journal.own(transaction, 'reset-password', account, now());
  await storeMail(transaction, 'PASSWORD_CHANGED', email, language, now());
  return accountId;
}
