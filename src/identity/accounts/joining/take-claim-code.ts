import { claimCodeDigest } from './claim-code.ts';
import { sql, type Database } from '../../../platform/sql/sql.ts';

/** The two codes of a claim, as someone typed them. */
export interface ClaimCodes {
  /** From the counter. */
  readonly code: string;
  /** From the mail to the address on record, or from a second employee. */
  readonly second: string;
}

/** The account and record of a used pair of codes. */
export interface TakenCode {
  readonly residentId: string;
  readonly issuedBy: string;
  readonly way: 'CONTACT' | 'COLLEAGUE' | 'OFFICER';
  readonly confirmedBy: string | null;
}

/**
 * Uses a pair of codes up, in the transaction of what they are for. The database decides whether the second one is enough for the person.
 * @returns undefined: they are no such pair
 */
export async function takeClaimCode(transaction: Database, { code, second }: ClaimCodes, now: Date): Promise<TakenCode | undefined> {
  const { rows } = await sql<TakenCode>`
    select resident_id as "residentId", issued_by as "issuedBy", way, confirmed_by as "confirmedBy"
    from identity.take_claim_code(${claimCodeDigest(code)}, ${claimCodeDigest(second)}, ${now}::timestamptz)`.execute(transaction);
  return rows[0];
}
