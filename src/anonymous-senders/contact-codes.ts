import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { newReadableCode, readCode } from '../readable-code.ts';
import { sql, type Database } from '../sql.ts';

/** Minutes that a code can be used. */
export const codeMinutes = 15;
/** Tries of a code. */
const mostTries = 5;

/** Makes a random code of 40 bits, such as `7K3M-PQ9X`. */
export function newContactCode(): string {
  return newReadableCode(2);
}

/**
 * Stores the code of a letter. It replaces an earlier one. Codes that are no longer valid are deleted.
 * @param letter a keyed digest of the letter
 */
export async function storeContactCode(database: Database, letter: string, code: string, now: Date): Promise<void> {
  const salt = randomBytes(16);
  await sql`delete from recreation.contact_code where valid_until <= ${now}`.execute(database);
  await sql`
    insert into recreation.contact_code (letter, salt, code_hash, tries_left, valid_until)
    values (${letter}, ${salt}, ${digest(salt, code)}, ${mostTries}, ${now}::timestamptz + make_interval(mins => ${codeMinutes}))
    on conflict (letter) do update set salt = excluded.salt, code_hash = excluded.code_hash,
      tries_left = excluded.tries_left, valid_until = excluded.valid_until`.execute(database);
}

/** A try of a code, and whether the code is the right one. */
export interface Tried {
  readonly isRight: boolean;
  readonly hash: Buffer;
}

/**
 * Counts a try of the code of a letter. The same statement runs for every letter.
 * @param database outside of any transaction, so that a try counts although the change that needed it is undone
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
 * Uses a code up. Of several that try the same code at once, one succeeds.
 * @param transaction of the change that the code allows; without its commit the code is not used up
 * @returns whether the code was right and not used before
 */
export async function useContactCode(transaction: Database, letter: string, { isRight, hash }: Tried): Promise<boolean> {
  const { rows } = await sql`
    delete from recreation.contact_code where letter = ${letter} and ${isRight} and code_hash = ${hash} returning 1`.execute(transaction);
  return rows.length === 1;
}

function digest(salt: Buffer, code: string): Buffer {
  return createHash('sha256').update(salt).update(readCode(code)).digest();
}
