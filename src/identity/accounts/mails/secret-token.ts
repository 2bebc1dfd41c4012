import { createHash, randomBytes } from 'node:crypto';

/** Makes a token of 256 random bits, in base64url. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What is stored of a token or a code with at least 128 random bits: nobody can try so many. */
export function digestOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
