import type { AccountMail, ClaimMail } from '../../wording/wording.ts';
import type { Mail } from '../../../platform/mail/mail.ts';
import type { People } from '../../../engine/application.ts';
import type { AccountRules } from '../../../engine/policy/declaration/account-rules.ts';
import { newReadableCode } from '../../../platform/random/readable-code.ts';
import { claimCodeDigest } from '../joining/claim-code.ts';
import { sql, type Database } from '../../../platform/sql/sql.ts';
import { findAccount } from '../account.ts';
import { storeLink, type LinkKind } from './links.ts';
import { sayInEachLanguage } from './say-account-mail.ts';

/** Groups of the other code, of 20 bits each: no one can try as many. */
const groups = 4;
/** Milliseconds. */
const day = 86_400_000;

/** The dependencies of a mail about a claim. */
export interface ClaimMailNeeds {
  readonly database: Database;
  /** The address of the page on which the claim is contested. */
  readonly linkTo: (token: string, kind: LinkKind) => string;
  readonly rules: AccountRules;
  readonly people: Pick<People, 'areIndependent'>;
  readonly now: () => Date;
}

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
 * anyone where the log lacks the entries of who handed out the code and who confirmed it.
 */
export async function makeClaimMail(needs: ClaimMailNeeds, { kind, email, residentId, accountId }: Waiting): Promise<Mail | 'NONE'> {
  const { database, linkTo, rules } = needs;
  const now = needs.now();
  const code = newReadableCode(groups);
  if (kind === 'CLAIM_CONFIRMED') {
    const isMade = await storeConfirmed(needs, { residentId, accountId }, code, now);
    return isMade ? { to: email, ...sayInEachLanguage(kind, undefined, { code }) } : 'NONE';
  }
  const chosen: AccountMail =
    kind === 'CLAIM_ISSUED' && (await storeForContact(database, residentId, email, code, rules, now)) ? 'CLAIM_SECOND_PART' : kind;
  const { contestDays } = rules.claims;
  const until = new Date(now.getTime() + contestDays * day);
  const link = linkTo(await storeLink(database, 'CONTEST', email, undefined, now, residentId, until), 'CONTEST');
  return { to: email, ...sayInEachLanguage(chosen, link, { code, days: String(contestDays) }) };
}

async function storeForContact(
  database: Database,
  residentId: string,
  email: string,
  code: string,
  { claims, independenceDays }: AccountRules,
  now: Date,
): Promise<boolean> {
  const { rows } = await sql`
    insert into identity.claim_second (code_hash, way, hash)
    select hash, 'CONTACT', ${claimCodeDigest(code)} from identity.claim_code
    where resident_id = ${residentId}::uuid and valid_until > ${now}
      and access_log.is_recorded('Mutation.issueClaimCode', issued_by, resident_id, issued_at, issued_at)
      and identity.is_standing_contact(${residentId}::uuid, ${email}, ${claims.contactDays}::integer,
        ${daysBefore(now, independenceDays)}::timestamptz)
    on conflict (code_hash, way) do update set hash = excluded.hash returning 1`.execute(database);
  return rows.length > 0;
}

async function storeConfirmed(
  { database, people, rules: { independenceDays } }: ClaimMailNeeds,
  { residentId, accountId }: Pick<Waiting, 'residentId' | 'accountId'>,
  code: string,
  now: Date,
): Promise<boolean> {
  const confirming = accountId === null ? undefined : await findAccount(database, { id: accountId });
  if (!confirming || confirming.isDisabled) return false;
  const { rows } = await sql`
    update identity.claim_second other set hash = ${claimCodeDigest(code)} from identity.claim_code code
    where code.hash = other.code_hash and code.resident_id = ${residentId}::uuid and code.valid_until > ${now}
      and other.confirmed_by = ${confirming.employeeId}::uuid
      and ${people.areIndependent(sql`code.issued_by`, sql`other.confirmed_by`, daysBefore(now, independenceDays))}
      and access_log.is_recorded('Mutation.issueClaimCode', code.issued_by, code.resident_id, code.issued_at, code.issued_at)
      and access_log.is_recorded('Mutation.confirmClaim', other.confirmed_by, code.resident_id, code.issued_at, ${now}::timestamptz)
    returning 1`.execute(database);
  return rows.length > 0;
}

function daysBefore(now: Date, days: number): Date {
  return new Date(now.getTime() - days * day);
}
