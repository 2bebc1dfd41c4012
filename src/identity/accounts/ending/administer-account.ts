import { sql } from '../../../platform/sql/sql.ts';
import { findAccount } from '../account.ts';
import type { AccountDatabase } from '../account-database.ts';
import { endBefore } from './end-before.ts';
import type { Journal } from '../journal/journal.ts';

/** The commands of an operator on an account. */
export type Administration = 'disable-account' | 'enable-account' | 'end-sessions' | 'remove-passkeys';

/**
 * Disables an account, enables it again, ends its sessions, or removes its passkeys and recovery codes, with an entry that its owner sees. Whatever it signed in is refused from
 * the next request on, except after `enable-account`.
 * @param by the id of the account, or its normalised address
 * @returns the id of the account; undefined: there is no such account, or it is so already
 * @throws PrivacyError LOG_UNAVAILABLE: then nothing is changed
 */
export async function administerAccount(
  database: AccountDatabase,
  journal: Journal,
  act: Administration,
  by: { readonly id: string } | { readonly email: string },
  now: Date,
): Promise<string | undefined> {
  return database.transaction(async (transaction) => {
    const account = await findAccount(transaction, by);
    if (!account) return undefined;
    const { accountId } = account;
    if (act === 'disable-account' || act === 'enable-account') {
      const disable = act === 'disable-account';
      const { rows } = await sql`
        update identity.account set disabled_at = ${disable ? now : null}
        where id = ${accountId}::uuid and (disabled_at is null) = ${disable} returning 1`.execute(transaction);
      if (rows.length === 0) return undefined;
    }
    if (act === 'enable-account') await journal.administered(transaction, act, account, now);
    else await endBefore(transaction, act, account, { journal, now, language: undefined });
    return accountId;
  });
}
