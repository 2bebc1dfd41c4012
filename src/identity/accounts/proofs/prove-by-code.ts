import { addressLimitersIn, countOnce, limitersIn } from '../../../platform/sql/limiters.ts';
import { findAccount, residentIdOf } from '../account.ts';
import type { AccountDatabase } from '../account-database.ts';
import type { Origin } from '../accounts.ts';
import { claimLimits, type ClaimResult } from '../joining/claim-record.ts';
import type { Journal } from '../journal/journal.ts';
import { storeLink } from '../mails/links.ts';
import { openLink, type AccountSession } from '../mails/opened-links.ts';
import { takeClaimCode, type ClaimCodes } from '../joining/take-claim-code.ts';

/** The outcome of a code. `refused` has no detail: unknown, used and old codes look the same. */
export type ProofResult = { readonly kind: 'proven' } | Exclude<ClaimResult, { readonly kind: 'claimed' }>;

/** Lets a session ask for another address by the two codes of its record. */
export type ProveByCode = (session: AccountSession, codes: ClaimCodes, from: Origin) => Promise<ProofResult>;

/**
 * Opens the proof for those who lost the mailbox of their account. The two codes that connect an account with its record replace
 * the link from there: they count in this session alone. Tries count like those of claims, and each leaves an entry.
 * @param disguise makes a keyed digest, so that counting stores no network address
 */
export function openProveByCode(
  database: AccountDatabase,
  journal: Journal,
  disguise: (kind: string, text: string) => string,
  now: () => Date,
): ProveByCode {
  const perAddress = addressLimitersIn(database, ['identity', 'attempt'], disguise)(claimLimits.address);
  const perAccount = limitersIn(database, ['identity', 'attempt'])(claimLimits.account);
  const refused = new Error('refused');
  return async (session, codes, { address }) => {
    const { accountId } = session;
    const seconds = (await perAddress.count(address)) ?? (await countOnce(perAccount, accountId));
    if (seconds !== undefined) return { kind: 'throttled', seconds };
    const proof = database.transaction(async (transaction) => {
      const account = await findAccount(transaction, { session: session.id });
      const residentId = account && residentIdOf(account);
      if (account?.accountId !== accountId || account.isDisabled || residentId === undefined) return false;
      // Codes of another person's record stay as they are.
      if ((await takeClaimCode(transaction, codes, now()))?.residentId !== residentId) throw refused;
      const token = await storeLink(transaction, 'OLD_EMAIL', account.email, accountId, now());
      await openLink(transaction, 'OLD_EMAIL', token, session, now());
      await journal.own(transaction, 'step-up', account, now());
      return true;
    });
    const isProven = await proof.catch((error: unknown) => {
      if (error === refused) return false;
      throw error;
    });
    if (!isProven) {
      await journal.failed(database, 'refuse-claim', await findAccount(database, { id: accountId }), now());
      return { kind: 'refused' };
    }
    await perAccount.delete(accountId);
    await perAddress.giveBack(address);
    return { kind: 'proven' };
  };
}
