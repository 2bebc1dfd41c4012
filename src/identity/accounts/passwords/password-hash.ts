import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { normalizePassword } from './check-password.ts';

/** The cost parameters of a hash (RFC 9106). It is stored with each hash, so that it can be raised. */
export interface PasswordCost {
  /** KiB. */
  readonly memory: number;
  readonly passes: number;
  readonly parallelism: number;
}

/** More than the minimum of OWASP's Password Storage Cheat Sheet (19 MiB, 2 passes). */
export const passwordCost: PasswordCost = { memory: 32 * 1_024, passes: 3, parallelism: 1 };

const argon2id = promisify(argon2);
const saltLength = 16;
const tagLength = 32;

/** Hashes a password with a new salt. @returns a PHC string, such as `$argon2id$v=19$m=32768,t=3,p=1$…$…` */
export async function hashPassword(password: string, cost = passwordCost): Promise<string> {
  const salt = randomBytes(saltLength);
  return written(cost, salt, await derive(password, salt, cost));
}

/** A hash that no password has. Verifying against it costs what verifying against a real one does. */
export function dummyHash(cost = passwordCost): string {
  return written(cost, randomBytes(saltLength), randomBytes(tagLength));
}

/**
 * Whether a password has a hash.
 * @param hash as `hashPassword` returns it
 * @throws TypeError if it is not of that form
 */
export async function verifyPassword(password: string, hash: string): Promise<boolean> {
  const { cost, salt, tag } = readHash(hash);
  return timingSafeEqual(await derive(password, salt, cost), tag);
}

/** Whether a hash was made at another cost than the one of today, so that it is replaced at the next sign-in. */
export function isOutdated(hash: string, today = passwordCost): boolean {
  const { cost } = readHash(hash);
  return cost.memory !== today.memory || cost.passes !== today.passes || cost.parallelism !== today.parallelism;
}

function derive(password: string, nonce: Buffer, cost: PasswordCost): Promise<Buffer> {
  return argon2id('argon2id', { message: normalizePassword(password), nonce, tagLength, ...cost });
}

function written({ memory, passes, parallelism }: PasswordCost, salt: Buffer, tag: Buffer): string {
  const plain = (bytes: Buffer): string => bytes.toString('base64').replaceAll('=', '');
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${plain(salt)}$${plain(tag)}`;
}

function readHash(hash: string): { readonly cost: PasswordCost; readonly salt: Buffer; readonly tag: Buffer } {
  const parts = /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,2}),p=(\d)\$([\w+/]{22})\$([\w+/]{43})$/.exec(hash);
  if (!parts) throw new TypeError('not a password hash');
  const [, memory, passes, parallelism, salt, tag] = parts;
  return {
    cost: { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) },
    salt: Buffer.from(salt!, 'base64'),
    tag: Buffer.from(tag!, 'base64'),
  };
}
