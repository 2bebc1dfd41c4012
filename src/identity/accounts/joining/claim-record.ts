import type { Language } from '../../../platform/language/languages.ts';
import { addressLimitersIn, countOnce, limitersIn, type AddressLimit, type Limit } from '../../../platform/sql/limiters.ts';
import { sql } from '../../../platform/sql/sql.ts';
import { findAccount } from '../account.ts';
import type { AccountDatabase } from '../account-database.ts';
import type { Origin } from '../accounts.ts';
import { endBefore } from '../ending/end-before.ts';
import type { Journal } from '../journal/journal.ts';
import { takeClaimCode, type ClaimCodes } from './take-claim-code.ts';

/** The outcome of a claim. `refused` has no detail: unknown, used and old codes look the same, and so do codes that do not belong together. */
export type ClaimResult =
  | { readonly kind: 'claimed'; readonly residentId: string }
  | { readonly kind: 'refused' }
  | { readonly kind: 'throttled'; readonly seconds: number };

const hour = 60 * 60;
/** How often codes can be tried without success. */
export const claimLimits = {
  address: { name: 'claim-address', points: 20, site: 100, duration: hour },
  account: { name: 'claim-account', points: 5, duration: hour },
} as const satisfies Record<string, Limit | AddressLimit>;

/** Connects accounts with records by the two codes that one employee does not hold together. `language`: of the mail to the owner. */
export type ClaimRecord = (accountId: string, codes: ClaimCodes, from: Origin, language?: Language) => Promise<ClaimResult>;

/**
 * Opens the claims of records. A refused one has an entry too. Two codes bind an account to their resident, and nothing else does: personal
 * data are never compared. The person of the record is notified by
 * mail. Refused are an account that has a record, or registered one; a record that has an account; and an employee whose employment names
 * another record or none, because the rule about conflicts of interest reads it there.
 * @param disguise makes a keyed digest, so that counting stores no network address
 */
export function openClaimRecord(
  database: AccountDatabase,
  journal: Journal,
  disguise: (kind: string, text: string) => string,
  now: () => Date,
): ClaimRecord {
  const perAddress = addressLimitersIn(database, ['identity', 'attempt'], disguise)(claimLimits.address);
  const perAccount = limitersIn(database, ['identity', 'attempt'])(claimLimits.account);
  const refused = new Error('refused');
  return async (accountId, codes, { address }, language = 'en') => {
    const seconds = (await perAddress.count(address)) ?? (await countOnce(perAccount, accountId));
    if (seconds !== undefined) return { kind: 'throttled', seconds };
    const claim = database.transaction(async (transaction) => {
      const account = await findAccount(transaction, { id: accountId });
      if (!account || account.isDisabled || account.residentId !== null) throw refused;
      const used = await takeClaimCode(transaction, codes, now());
      if (!used) throw refused;
      const { residentId } = used;
      const { rows: bound } = await sql`
        update identity.account set resident_id = ${residentId}::uuid
        where id = ${accountId}::uuid and resident_id is null and employee_id is not distinct from ${account.employeeId}::uuid
          and disabled_at is null
          and not exists (select from identity.account taken where taken.resident_id = ${residentId}::uuid or taken.id = ${residentId}::uuid)
          and not exists (select from identity.record own where own.id = ${accountId}::uuid)
          and (${account.employeeId}::uuid is null or exists (
            select from identity.employment where id = ${account.employeeId}::uuid and employment.resident_id = ${residentId}::uuid))
        returning 1`.execute(transaction);
      // The codes stay as they are. Another claim, or an invitation, may have been quicker.
      if (bound.length === 0) throw refused;
      await sql`
        insert into identity.claim (resident_id, account_id, claimed_at, issued_by, way, confirmed_by)
        values (${residentId}::uuid, ${accountId}::uuid, ${now()}, ${used.issuedBy}::uuid, ${used.way}, ${used.confirmedBy}::uuid)`.execute(
        transaction,
      );
      await endBefore(transaction, 'claim-record', { ...account, residentId }, { journal, now: now(), language });
      await sql`select identity.mail_resident(${residentId}::uuid, 'RECORD_CLAIMED', ${now()}::timestamptz)`.execute(transaction);
      return residentId;
    });
    const residentId = await claim.catch((error: unknown) => {
      if (error === refused) return undefined;
      throw error;
    });
    if (residentId === undefined) {
      await journal.failed(database, 'refuse-claim', await findAccount(database, { id: accountId }), now());
      return { kind: 'refused' };
    }
    await perAccount.delete(accountId);
    await perAddress.giveBack(address);
    return { kind: 'claimed', residentId };
  };
}
