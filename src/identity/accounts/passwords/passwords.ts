import { FairSemaphore, type SemaphoreBounds } from '../../../platform/fairness/bounds.ts';
import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

/** Hashes and verifies passwords, a few at once. A `holder` is who asks: all that one asks for delays another by one turn. */
export interface Passwords {
  /** The hash that is verified for an account that does not exist, or has no password. */
  readonly dummy: string;
  /** Seconds after which another turn may be free. */
  readonly retryAfter: number;
  /** @returns whether the password has the hash; OVERDUE: it was not tried, because too many wait */
  verify(password: string, hash: string, holder: string): Promise<boolean | 'OVERDUE'>;
  /** @returns the hash; undefined: it was not made, because too many wait */
  hash(password: string, holder: string): Promise<string | undefined>;
  /** @returns a new hash of a password whose hash was made at another cost; undefined: it stays as it is */
  renew(password: string, hash: string, holder: string): Promise<string | undefined>;
}

/** Of one process: hashing a password occupies a processor and memory, and must leave both to those who read. */
const usualBounds: SemaphoreBounds = { slots: 2, waiting: 32, waitingPerKey: 8 };
/** Milliseconds of a wait. */
const longestWait = 5_000;

/** Opens the hashing of passwords of one process. */
export function openPasswords(cost: PasswordCost = passwordCost): Passwords {
  const semaphore = new FairSemaphore(usualBounds);
  const inTurn = async <Result, Overdue>(holder: string, work: () => Promise<Result>, overdue: Overdue): Promise<Result | Overdue> => {
    if ((await semaphore.acquire(holder, longestWait)) !== 'ACQUIRED') return overdue;
    try {
      return await work();
    } finally {
      semaphore.release();
    }
  };
  const hash = (password: string, holder: string): Promise<string | undefined> =>
    inTurn(holder, () => hashPassword(password, cost), undefined);
  return {
    dummy: dummyHash(cost),
    retryAfter: longestWait / 1_000,
    verify: (password, stored, holder) => inTurn(holder, () => verifyPassword(password, stored), 'OVERDUE' as const),
    hash,
    renew: (password, stored, holder) => (isOutdated(stored, cost) ? hash(password, holder) : Promise.resolve(undefined)),
  };
}

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

/** Why a password cannot be chosen. */
export type PasswordProblem = 'TOO_SHORT' | 'TOO_LONG' | 'COMMON' | 'LIKE_EMAIL';

/** Characters (code points) of a password (NIST SP 800-63B-4 §3.1.1.2 asks for at least 8 with another factor, and 15 alone). */
const shortest = 12;
const longest = 256;
/** Characters of a part of an address that a password may not consist of. */
const shortestPart = 4;

/** The form in which a password is hashed: the same letters typed on two keyboards are one password. */
function normalizePassword(password: string): string {
  return password.normalize('NFC');
}

/** Whether a password has a length that is worth hashing. No account has another. */
export function isPasswordLength(password: string): boolean {
  const length = Array.from(normalizePassword(password.slice(0, 2 * longest))).length;
  return password.length <= 2 * longest && length >= shortest && length <= longest;
}

/**
 * Checks a password that someone chooses.
 * @param email normalised
 * @param isCommon whether many people use a password
 * @returns undefined if it can be used
 */
export function checkPassword(password: string, email: string, isCommon: (password: string) => boolean): PasswordProblem | undefined {
  const chosen = normalizePassword(password);
  const length = Array.from(chosen).length;
  if (length > longest) return 'TOO_LONG';
  if (length < shortest) return 'TOO_SHORT';
  const forms = formsOf(chosen);
  if (forms.some((form) => partsOf(email).includes(form))) return 'LIKE_EMAIL';
  // The reduced form of `aaaaaaaaaaaa` or `123412341234` is shorter than the minimum.
  if (forms.some((form) => isCommon(form)) || Array.from(repeated(chosen.toLowerCase())).length < shortestPart) return 'COMMON';
  return undefined;
}

/** A password as it is, and without what people add to a short one: capitals, digits and signs at its ends, and repetition. */
function formsOf(password: string): readonly string[] {
  const lower = password.toLowerCase();
  const bare = lower.replaceAll(/^[\d\p{P}\p{S}\s]+|[\d\p{P}\p{S}\s]+$/gu, '');
  return [...new Set([lower, bare, repeated(lower), repeated(bare)])].filter((form) => form !== '');
}

/** The shortest text of which a text is a repetition: `abc` for `abcabc`. A text of its own for all others. */
function repeated(text: string): string {
  const period = `${text}${text}`.indexOf(text, 1);
  return period === -1 ? text : text.slice(0, period);
}

/** The address, and the parts of it that are long enough to be told from chance. */
function partsOf(email: string): readonly string[] {
  const [mailbox = '', domain = ''] = email.split('@');
  const parts = [
    email,
    mailbox,
    domain,
    ...mailbox.split(/[^\p{L}\p{N}]+/u),
    ...domain.split('.'),
    mailbox.replaceAll(/[^\p{L}\p{N}]+/gu, ''),
  ];
  return parts.filter((part) => part.length >= shortestPart);
}
