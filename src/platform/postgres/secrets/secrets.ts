import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { linkSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PrivacyError } from '../../errors/errors.ts';
import { variableOf, type SecretName, type SecretSource } from '../../settings/secret-source.ts';
import { makeFolderFor, writeFileFor } from './write-file.ts';

/** Milliseconds that the command of SECRETS may take for one secret. */
const patience = 5_000;

/**
 * Reads a secret.
 * @returns undefined if there is none
 * @throws PrivacyError SETTING_INVALID if the file cannot be read, with its path and why, or the command fails
 */
export function readSecret(source: SecretSource, name: SecretName): string | undefined {
  if (source.kind === 'environment') return source.values[name];
  if (source.kind === 'command') return runCommand(source.program, source.given, name);
  return readFile(join(source.folder, name), name);
}

/**
 * Whether this process could read a secret. A command that ends with a failure has refused it, as a vault does.
 * @throws PrivacyError SETTING_INVALID if the file cannot be read, with its path and why, or the command does not start or end
 */
export function canReadSecret(source: SecretSource, name: SecretName): boolean {
  const text = source.kind === 'command' ? runCommand(source.program, source.given, name, true) : readSecret(source, name);
  return text !== undefined;
}

/**
 * Reads a secret of 32 random bytes. A folder gets it at the first use.
 * @throws PrivacyError SETTING_INVALID if it is missing elsewhere, or is not 32 bytes in base64url
 */
export function secret(source: SecretSource, name: SecretName): Buffer {
  return asKey(name, readSecret(source, name) ?? makeSecret(source, name));
}

/**
 * Reads a secret of 32 random bytes that a process which serves has made. A command makes none: it would fit no database.
 * @throws PrivacyError SETTING_INVALID if it is missing, or is not 32 bytes in base64url
 */
export function existingSecret(source: SecretSource, name: SecretName): Buffer {
  const text = readSecret(source, name);
  if (text === undefined) throw wrongSecret(name, 'is missing');
  return asKey(name, text);
}

function asKey(name: SecretName, text: string): Buffer {
  const key = Buffer.from(text, 'base64url');
  if (key.length !== 32) throw wrongSecret(name, 'must be 32 bytes in base64url');
  return key;
}

/** Makes a secret of 32 random bytes in a folder, unless another process makes it first. @returns it, in base64url */
export function makeSecret(source: SecretSource, name: SecretName, text = randomBytes(32).toString('base64url')): string {
  if (source.kind !== 'folder') throw wrongSecret(name, 'is missing');
  return makeFile(source.folder, name, text);
}

/** A secret of the embedded PostgreSQL or the demo, which is always a file of a folder. */
export function makeFile(folder: string, name: string, text: string): string {
  // PostgreSQL's account may pass through the data directory, but only this account may enter the folder.
  makeFolderFor(dirname(folder));
  makeFolderFor(folder, 0o700);
  const file = join(folder, name);
  const written = `${file}.${process.pid}`;
  writeFileFor(written, text, 0o600);
  try {
    // A link fails where the file exists: two processes that start together agree on the first one's secret, and see all of it.
    linkSync(written, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(written);
  }
  return readFileSync(file, 'utf8').trim();
}

/** The error for a secret that is missing or wrong. It names where the secret belongs. */
export function wrongSecret(name: SecretName, problem: string): PrivacyError {
  return new PrivacyError('SETTING_INVALID', { problems: [`SECRETS: the secret ${name} (${variableOf(name)}) ${problem}`] });
}

function readFile(file: string, name: SecretName): string | undefined {
  try {
    return readFileSync(file, 'utf8').trim() || undefined;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return undefined;
    throw new PrivacyError('SETTING_INVALID', { problems: [`SECRETS: the secret ${name} cannot be read from ${file} (${code})`] });
  }
}

/**
 * Runs the command without a shell. It prints the secret, or nothing if there is none.
 * @param mayRefuse whether an exit code other than 0 says that there is none
 */
function runCommand(program: string, given: readonly string[], name: SecretName, mayRefuse = false): string | undefined {
  try {
    const filled = given.map((part) => part.replaceAll('{name}', name));
    const printed = execFileSync(program, filled, { timeout: patience, stdio: ['ignore', 'pipe', 'ignore'], encoding: 'utf8' });
    return printed.trim() || undefined;
  } catch (error) {
    // It has an exit code only if it started and ended by itself.
    if (mayRefuse && typeof (error as { status?: unknown }).status === 'number') return undefined;
    throw new PrivacyError('SETTING_INVALID', { problems: [`SECRETS: the command failed for the secret ${name}`] });
  }
}
