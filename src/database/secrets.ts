import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Reads a secret of 32 random bytes from the data directory. The first use makes it. A secret has no default and can't be set.
 * @returns 32 bytes
 */
export function secret(dataDirectory: string, name: string): Buffer {
  const directory = secretsDirectory(dataDirectory);
  const file = join(directory, name);
  try {
    // wx: two processes that start together agree on the first one's secret.
    writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return Buffer.from(readFileSync(file, 'utf8'), 'base64url');
}

/** The directory of secrets, made if it is missing. Only this account may enter it; PostgreSQL's account may pass through the data directory. */
export function secretsDirectory(dataDirectory: string): string {
  const directory = join(dataDirectory, 'secrets');
  mkdirSync(dataDirectory, { recursive: true });
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  return directory;
}

/** The same secret as text, for a password. */
export function password(dataDirectory: string, name: string): string {
  return secret(dataDirectory, name).toString('base64url');
}
