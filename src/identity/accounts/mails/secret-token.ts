import { createHash, randomBytes } from 'node:crypto';

/** Makes a token of 256 random bits, in base64url. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** The stored digest of a token or code with at least 128 random bits, which cannot be guessed. */
export function digestOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
