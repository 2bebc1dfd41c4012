import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import { existsSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { formatLogKeys, type LogKey } from '../transparency-log/log-keys.ts';
import { createSigner, type Signer } from '../transparency-log/signer.ts';
import { PrivacyError } from '../errors.ts';
import { secretsDirectory } from './secrets.ts';

/** The log's signing keys, each for a range of tree sizes. Other processes may add keys at any time. */
export interface LogKeyStore {
  /** The log's name in its checkpoints (C2SP tlog-checkpoint); it never changes. */
  readonly origin: string;
  /** The public halves. */
  readonly keys: () => readonly LogKey[];
  /** The signers whose range includes that tree size, oldest first. */
  readonly signersOf: (size: bigint) => readonly Signer[];
  /** The newest key's signer, which signs promises. */
  readonly newest: () => Signer;
}

const stored = z.array(z.strictObject({ name: z.string(), first: z.string(), last: z.string().nullable(), privateKey: z.string() })).min(1);

/** A key as stored: tree sizes in decimal, the private key as PKCS #8 DER in base64. */
export type StoredLogKey = z.infer<typeof stored>[number];

/** A key with both halves. */
export interface OpenLogKey extends LogKey {
  readonly signer: Signer;
}

/** The file that holds the public keys, for verifiers. */
export function publicKeysFile(dataDirectory: string): string {
  return join(dataDirectory, 'log-keys.txt');
}

/**
 * Opens the log's keys in the data directory. Makes the first key if there is none.
 * @throws PrivacyError SETTING_INVALID if the log has another origin
 */
export function openLogKeys(dataDirectory: string, origin: string): LogKeyStore {
  const file = keysFile(dataDirectory);
  if (!existsSync(file)) {
    const first = JSON.stringify([newLogKey(origin, 0n)]);
    try {
      // wx: if two processes start together, only one of them makes the key.
      writeFileSync(file, first, { mode: 0o600, flag: 'wx' });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
  let version = '';
  let known: readonly OpenLogKey[] = [];
  const fresh = (): readonly OpenLogKey[] => {
    // A replaced file can have the same modification time, but not the same inode.
    const { mtimeMs, ino } = statSync(file);
    if (`${mtimeMs} ${ino}` !== version) {
      known = readLogKeys(dataDirectory);
      version = `${mtimeMs} ${ino}`;
    }
    return known;
  };
  const name = fresh()[0]!.verifier.name;
  if (name !== origin) throw new PrivacyError('SETTING_INVALID', { problems: ['LOG_ORIGIN: the log in DATA_DIR has another origin'] });
  publishLogKeys(dataDirectory);
  return {
    origin,
    keys: fresh,
    signersOf: (size) =>
      fresh()
        .filter(({ first, last }) => first <= size && (last === undefined || size <= last))
        .map(({ signer }) => signer),
    newest: () => fresh().at(-1)!.signer,
  };
}

/** Makes a key for trees of size `first` and larger. */
export function newLogKey(name: string, first: bigint): StoredLogKey {
  const { privateKey } = generateKeyPairSync('ed25519');
  return { name, first: String(first), last: null, privateKey: privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64') };
}

/** Reads the stored keys. */
export function readStoredLogKeys(dataDirectory: string): readonly StoredLogKey[] {
  return stored.parse(JSON.parse(readFileSync(keysFile(dataDirectory), 'utf8')));
}

/**
 * Replaces the stored keys atomically, then the file of public keys. A process that is stopped in between leaves the
 * private keys complete; the next start, rotation or `log-keys` command makes the public file from them.
 */
export function writeLogKeys(dataDirectory: string, keys: readonly StoredLogKey[]): void {
  replaceFile(keysFile(dataDirectory), JSON.stringify(keys), 0o600);
  publishLogKeys(dataDirectory);
}

/** Writes the public halves of the stored keys to `publicKeysFile`, and returns them. */
export function publishLogKeys(dataDirectory: string): readonly LogKey[] {
  const keys = readLogKeys(dataDirectory);
  replaceFile(publicKeysFile(dataDirectory), formatLogKeys(keys), 0o644);
  return keys;
}

function replaceFile(file: string, text: string, mode: number): void {
  const next = `${file}.${process.pid}`;
  // Flushed to disk before the rename: nothing may be signed with a key that can still be lost.
  writeFileSync(next, text, { mode, flush: true });
  renameSync(next, file);
}

function readLogKeys(dataDirectory: string): readonly OpenLogKey[] {
  return readStoredLogKeys(dataDirectory).map(({ name, first, last, privateKey }) => {
    const signer = createSigner(name, createPrivateKey({ key: Buffer.from(privateKey, 'base64'), format: 'der', type: 'pkcs8' }));
    return { signer, verifier: signer.verifier, first: BigInt(first), last: last === null ? undefined : BigInt(last) };
  });
}

function keysFile(dataDirectory: string): string {
  return join(secretsDirectory(dataDirectory), 'log-keys.json');
}
