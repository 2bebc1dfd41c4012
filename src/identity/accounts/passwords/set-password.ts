import type { Language } from '../../../platform/language/languages.ts';
import { randomUUID } from 'node:crypto';
import { sql, type Database } from '../../../platform/sql/sql.ts';
import type { Policy } from '../../../engine/policy/declaration/policy.ts';
import { findAccount } from '../account.ts';
import type { Origin } from '../accounts.ts';
import { checkPassword, type PasswordProblem } from './passwords.ts';
import { loadCommonPasswords } from './common-passwords.ts';
import { endBefore } from '../ending/end-before.ts';
import { readLink, useLink, type Link } from '../mails/links.ts';
import { readResetChoice, type PasskeyChoice } from './read-reset-choice.ts';
import type { SignInNeeds } from '../sign-in/sign-in.ts';

/** The outcome of setting a new password. */
export type SetPasswordResult =
  | { readonly kind: 'set'; readonly accountId: string }
  /** `PASSKEYS_UNDECIDED`: whether the passkeys of the account stay was not said. */
  | { readonly kind: 'refused'; readonly problem: PasswordProblem | 'PASSKEYS_UNDECIDED' }
  /** The link is unknown, used or too old. */
  | { readonly kind: 'link-invalid' }
  | { readonly kind: 'throttled'; readonly seconds: number };

/** The dependencies of setting a password with a link. */
export type ResetNeeds = SignInNeeds & { readonly policy: Policy };

/**
 * Sets the password of an account, or registers one, by a link from a mail. The link is used up by a success alone. Where the account has
 * passkeys that can be removed, it must be said whether they stay: another person may have added them.
 * @throws PrivacyError LOG_UNAVAILABLE: then nothing is changed
 */
export async function setPassword(
  needs: ResetNeeds,
  token: string,
  password: string,
  language: Language,
  from: Origin,
  passkeys?: PasskeyChoice,
): Promise<SetPasswordResult> {
  const { database, policy, passwords, throttle, now } = needs;
  const link = await readLink(database, 'PASSWORD', token, now());
  if (!link) return { kind: 'link-invalid' };
  const problem = checkPassword(password, link.email, await loadCommonPasswords());
  if (problem !== undefined) return { kind: 'refused', problem };
  const { canRemove } = await readResetChoice(database, policy, link.accountId);
  if (canRemove && passkeys === undefined) return { kind: 'refused', problem: 'PASSKEYS_UNDECIDED' };
  const counted = await throttle.countHash(link.email, from);
  if (counted.kind === 'throttled') return counted;
  const hash = await passwords.hash(password, counted.holder);
  if (hash === undefined) return { kind: 'throttled', seconds: passwords.retryAfter };
  const accountId = await database.transaction(async (transaction) => {
    if (!(await useLink(transaction, 'PASSWORD', token, now()))) return undefined;
    return link.accountId === null ? register(needs, transaction, link, hash) : reset(needs, transaction, link, hash, passkeys, language);
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
  { journal, policy, now }: ResetNeeds,
  transaction: Database,
  { email, accountId }: Link,
  hash: string,
  passkeys: PasskeyChoice | undefined,
  language: Language,
): Promise<string | undefined> {
  const account = await findAccount(transaction, { email });
  if (!account || account.accountId !== accountId || account.isDisabled) return undefined;
  await sql`update identity.account set password_hash = ${hash} where id = ${accountId}::uuid`.execute(transaction);
  const { canRemove } = await readResetChoice(transaction, policy, accountId);
  // A passkey that was added since the page was shown ends with them, or the link stays as it is.
  if (canRemove && passkeys === undefined) return undefined;
  const act = canRemove && passkeys === 'REMOVE' ? 'reset-credentials' : 'reset-password';
  await endBefore(transaction, act, account, { journal, now: now(), language });
  return accountId;
}
