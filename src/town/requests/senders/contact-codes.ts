import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { newReadableCode, readCode } from '../../../platform/random/readable-code.ts';
import { sql, type Database } from '../../../platform/sql/sql.ts';

/** Minutes that a code can be used. */
export const codeMinutes = 15;
/**
 * Hours in which another letter with the same contact can use the code of a mail: as long as a contact may have to wait for its next mail.
 */
export const mailedHours = 24;
/** Tries of a code. */
const mostTries = 5;

/** Makes a random code of 40 bits, such as `7K3M-PQ9X`. */
export function newContactCode(): string {
  return newReadableCode(2);
}

/**
 * Stores the code of a letter. It replaces an earlier one. If no mail goes out, the letter takes the latest code that was mailed to its
 * contact. So strangers who ask for mails to a contact that they cannot read do not lock out its owner. The same statements run in both
 * cases. Codes that are no longer valid are deleted.
 * @param letter a keyed digest of the letter
 * @param contact a keyed digest of the contact
 * @param isMailed whether a mail with the code goes out
 */
export async function storeContactCode(
  database: Database,
  { letter, contact, isMailed }: { readonly letter: string; readonly contact: string; readonly isMailed: boolean },
  code: string,
  now: Date,
): Promise<void> {
  const salt = randomBytes(16);
  await sql`delete from recreation.contact_code where valid_until <= ${now}`.execute(database);
  await sql`delete from recreation.mailed_code where mailed_at <= ${now}::timestamptz - make_interval(hours => ${mailedHours})`.execute(
    database,
  );
  await sql`
    insert into recreation.mailed_code (contact, salt, code_hash, mailed_at)
    select ${contact}, ${salt}::bytea, ${digest(salt, code)}::bytea, ${now}::timestamptz where ${isMailed}
    on conflict (contact) do update set salt = excluded.salt, code_hash = excluded.code_hash, mailed_at = excluded.mailed_at`.execute(
    database,
  );
  await sql`
    insert into recreation.contact_code (letter, salt, code_hash, tries_left, valid_until, is_mailed)
    select ${letter}, salt, code_hash, ${mostTries}::int, ${now}::timestamptz + make_interval(mins => ${codeMinutes}), ${isMailed}
    from recreation.mailed_code where contact = ${contact}
    on conflict (letter) do update set salt = excluded.salt, code_hash = excluded.code_hash,
      tries_left = excluded.tries_left, valid_until = excluded.valid_until, is_mailed = excluded.is_mailed`.execute(database);
}

/** A try of a code, and whether the code is the right one. */
export interface Tried {
  readonly isRight: boolean;
  readonly hash: Buffer;
}

/**
 * Counts a try of the code of a letter. The same statement runs for every letter.
 * @param database outside of any transaction, so that a try counts even if the change that needed it is rolled back
 */
export async function spendTry(database: Database, letter: string, code: string, now: Date): Promise<Tried> {
  const { rows } = await sql<{ salt: Buffer; hash: Buffer }>`
    update recreation.contact_code set tries_left = tries_left - 1
    where letter = ${letter} and tries_left > 0 and valid_until > ${now} returning salt, code_hash as hash`.execute(database);
  const [known] = rows;
  const hash = digest(known?.salt ?? Buffer.alloc(16), code);
  return { hash, isRight: timingSafeEqual(hash, known?.hash ?? Buffer.alloc(hash.length)) };
}

/**
 * Uses up a code. If several tries use the same code at once, one succeeds.
 * @param transaction of the change that the code allows; without its commit the code is not used up
 * @returns undefined: the code was wrong, or used before; otherwise whether it was mailed for this letter
 */
export async function useContactCode(
  transaction: Database,
  letter: string,
  { isRight, hash }: Tried,
): Promise<{ readonly isMailed: boolean } | undefined> {
  const { rows } = await sql<{ isMailed: boolean }>`
    delete from recreation.contact_code where letter = ${letter} and ${isRight} and code_hash = ${hash}
    returning is_mailed as "isMailed"`.execute(transaction);
  return rows[0];
}

function digest(salt: Buffer, code: string): Buffer {
  return createHash('sha256').update(salt).update(readCode(code)).digest();
}
