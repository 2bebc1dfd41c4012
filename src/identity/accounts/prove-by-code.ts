import { countOnce, limitersIn } from '../../limiters.ts';
import { claimCodeDigest } from '../../records/claim-code-writes.ts';
import { sql } from '../../sql.ts';
import { findAccount, residentIdOf } from './account.ts';
import type { AccountDatabase } from './account-database.ts';
import type { Origin } from './accounts.ts';
import { claimLimits, type ClaimResult } from './claim-record.ts';
import type { Journal } from './journal.ts';
import { storeLink } from './links.ts';
import { openLink, type AccountSession } from './opened-links.ts';

/** What becomes of a code. `refused` says no more: unknown, used and old codes look the same. */
export type ProofResult = { readonly kind: 'proven' } | Exclude<ClaimResult, { readonly kind: 'claimed' }>;

/** Lets a session ask for another address by a code from the counter. */
export type ProveByCode = (session: AccountSession, code: string, from: Origin) => Promise<ProofResult>;

/**
 * Opens the proof for those who lost the mailbox of their account. A code that the counter handed out for the record of the account stands in
 * for the link from there: it counts in this session alone. Tries count like those of claims, and each leaves an entry.
 * @param disguise makes a keyed digest, so that counting stores no network address
 */
export function openProveByCode(
  database: AccountDatabase,
  journal: Journal,
  disguise: (kind: string, text: string) => string,
  now: () => Date,
): ProveByCode {
  const limiterOf = limitersIn(database, ['identity', 'attempt']);
  const [perAddress, perAccount] = [limiterOf(claimLimits.address), limiterOf(claimLimits.account)];
  return async (session, code, { address }) => {
    const { accountId } = session;
    const seconds = (await countOnce(perAddress, disguise('address', address))) ?? (await countOnce(perAccount, accountId));
    if (seconds !== undefined) return { kind: 'throttled', seconds };
    const isProven = await database.transaction(async (transaction) => {
      const account = await findAccount(transaction, { session: session.id });
      const residentId = account && residentIdOf(account);
      if (account?.accountId !== accountId || account.isDisabled || residentId === undefined) return false;
      const { rows } = await sql`
        delete from identity.claim_code
        where hash = ${claimCodeDigest(code)} and resident_id = ${residentId}::uuid and valid_until > ${now()} returning 1`.execute(
        transaction,
      );
      if (rows.length === 0) return false;
      const token = await storeLink(transaction, 'OLD_EMAIL', account.email, accountId, now());
      await openLink(transaction, 'OLD_EMAIL', token, session, now());
      await journal.own(transaction, 'step-up', account, now());
      return true;
    });
    if (!isProven) {
      await journal.failed(database, 'refuse-claim', await findAccount(database, { id: accountId }), now());
      return { kind: 'refused' };
    }
    await perAccount.delete(accountId);
    await perAddress.reward(disguise('address', address));
    return { kind: 'proven' };
  };
}
