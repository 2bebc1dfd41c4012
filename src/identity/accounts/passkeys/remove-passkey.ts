import type { Language } from '../../../platform/language/languages.ts';
import { isAssured } from '../../../engine/policy/decision/enter.ts';
import type { Policy } from '../../../engine/policy/declaration/policy.ts';
import { sql } from '../../../platform/sql/sql.ts';
import { findAccount } from '../account.ts';
import { passkeyAcr, passwordAcr } from './assurance.ts';
import { endBefore } from '../ending/end-before.ts';
import { lockAccount } from '../ending/lock-account.ts';
import { listPasskeys } from './passkey-rows.ts';
import { readCapacities } from '../sign-in/sign-in.ts';
import type { PasskeyNeeds } from './register-passkey.ts';

/** The outcome of the removal of a passkey. */
export type Removal =
  | {
      readonly kind: 'removed';
      /** The epoch of the account that begins. */
      readonly epoch: number;
      /** Whether the account has none any more. */
      readonly wasLast: boolean;
    }
  /** It is the last one, and a role of the account needs one: it stays. */
  | { readonly kind: 'needed' };

/**
 * Removes a passkey of an account, ends every session and grant that it may have made, and tells the owner. Of two removals at once, the
 * second one counts what the first one left.
 * @param language of the mail to the owner
 * @returns undefined: the account has no such passkey
 * @throws PrivacyError LOG_UNAVAILABLE: then nothing is changed
 */
export async function removePasskey(
  { database, journal, policy, now }: Pick<PasskeyNeeds, 'database' | 'journal' | 'now'> & { readonly policy: Policy },
  accountId: string,
  id: string,
  language: Language,
): Promise<Removal | undefined> {
  return database.transaction(async (transaction) => {
    await lockAccount(transaction, accountId);
    const account = await findAccount(transaction, { id: accountId });
    const passkeys = await listPasskeys(transaction, accountId);
    const passkey = passkeys.find((one) => one.id === id);
    if (!account || !passkey) return undefined;
    const wasLast = passkeys.length === 1;
    const roles = await readCapacities(transaction, policy, accountId, passkeyAcr);
    if (wasLast && roles.some(({ role }) => !isAssured(policy.vocabulary, role, passwordAcr))) return { kind: 'needed' };
    await sql`delete from identity.passkey where id = ${id} and account_id = ${accountId}::uuid`.execute(transaction);
    await endBefore(transaction, 'remove-passkey', account, { journal, now: now(), language, endedPasskeys: [passkey.name] });
    return { kind: 'removed', epoch: account.epoch + 1, wasLast };
  });
}
