import type { AccountMail, ClaimMail } from '../../wording/wording.ts';
import type { Mail } from '../../../platform/mail/mail.ts';
import { claimRules } from '../../../town/policy/claim-rules.ts';
import { newReadableCode } from '../../../platform/random/readable-code.ts';
import { claimCodeDigest } from '../../../town/people/claims/claim-code-writes.ts';
import { areIndependent, independentSince } from '../../../town/staff/independence.ts';
import { sql, type Database } from '../../../platform/sql/sql.ts';
import { findAccount } from '../account.ts';
import { storeLink } from './links.ts';
import { sayInEachLanguage } from './say-account-mail.ts';

/** Groups of the other code, of 20 bits each: nobody can try as many. */
const groups = 4;

interface Waiting {
  readonly kind: ClaimMail;
  readonly email: string;
  readonly residentId: string;
  /** Of an employee who confirms a code. */
  readonly accountId: string | null;
}

/**
 * Makes a mail about the claim of a record, in each language. Here alone the other code of a claim is made: as it is mailed, so that none is
 * stored. A code for the address on record needs one that has stood for long enough; another address is told, and gets none. Nor does
 * anybody where the log lacks the entries of who handed out the code and who confirmed it.
 * @param linkTo the address of the page on which the claim is contested
 */
export async function makeClaimMail(
  database: Database,
  { kind, email, residentId, accountId }: Waiting,
  linkTo: (token: string) => string,
  now: Date,
): Promise<Mail | 'NONE'> {
  const code = newReadableCode(groups);
  if (kind === 'CLAIM_CONFIRMED') {
    const isMade = await storeConfirmed(database, residentId, accountId, code, now);
    return isMade ? { to: email, ...sayInEachLanguage(kind, undefined, { code }) } : 'NONE';
  }
  const chosen: AccountMail =
    kind === 'CLAIM_ISSUED' && (await storeForContact(database, residentId, email, code, now)) ? 'CLAIM_SECOND_PART' : kind;
  const link = linkTo(await storeLink(database, 'CONTEST', email, undefined, now, residentId));
  return { to: email, ...sayInEachLanguage(chosen, link, { code, days: String(claimRules.contestDays) }) };
}

async function storeForContact(database: Database, residentId: string, email: string, code: string, now: Date): Promise<boolean> {
  const { rows } = await sql`
    insert into identity.claim_second (code_hash, way, hash)
    select hash, 'CONTACT', ${claimCodeDigest(code)} from identity.claim_code
    where resident_id = ${residentId}::uuid and valid_until > ${now}
      and access_log.is_recorded('Mutation.issueClaimCode', issued_by, resident_id, issued_at, issued_at)
      and identity.is_standing_contact(${residentId}::uuid, ${email}, ${claimRules.contactDays}::integer,
        ${independentSince(now)}::timestamptz)
    on conflict (code_hash, way) do update set hash = excluded.hash returning 1`.execute(database);
  return rows.length > 0;
}

async function storeConfirmed(database: Database, residentId: string, accountId: string | null, code: string, now: Date): Promise<boolean> {
  const confirming = accountId === null ? undefined : await findAccount(database, { id: accountId });
  if (!confirming || confirming.isDisabled) return false;
  const { rows } = await sql`
    update identity.claim_second other set hash = ${claimCodeDigest(code)} from identity.claim_code code
    where code.hash = other.code_hash and code.resident_id = ${residentId}::uuid and code.valid_until > ${now}
      and other.confirmed_by = ${confirming.employeeId}::uuid
      and ${areIndependent(sql`code.issued_by`, sql`other.confirmed_by`, now)}
      and access_log.is_recorded('Mutation.issueClaimCode', code.issued_by, code.resident_id, code.issued_at, code.issued_at)
      and access_log.is_recorded('Mutation.confirmClaim', other.confirmed_by, code.resident_id, code.issued_at, ${now}::timestamptz)
    returning 1`.execute(database);
  return rows.length > 0;
}
