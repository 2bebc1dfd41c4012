import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import { existsSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { formatLogKeys, type LogKey } from '../transparency-log/log-keys.ts';
import { createSigner, type Signer } from '../transparency-log/signer.ts';
import { PrivacyError } from '../errors.ts';
import { secretsDirectory } from './secrets.ts';

/** The log's signing keys, each for a range of tree sizes; other processes may add to them meanwhile. */
export interface LogKeyStore {
  /** C2SP tlog-checkpoint: the log's name for ever. */
  readonly origin: string;
  /** What a verifier needs of them. */
  readonly keys: () => readonly LogKey[];
  /** The keys whose range holds that size, oldest first. */
  readonly signersOf: (size: bigint) => readonly Signer[];
  /** The newest key, which promises are signed with. */
  readonly newest: () => Signer;
}

const stored = z.array(z.strictObject({ name: z.string(), first: z.string(), last: z.string().nullable(), privateKey: z.string() })).min(1);

/** A key as it is kept: sizes in decimal, the private key as PKCS #8 DER in base64. */
export type StoredLogKey = z.infer<typeof stored>[number];

/** A key with both its halves. */
export interface OpenLogKey extends LogKey {
  readonly signer: Signer;
}

/** Where the public halves are kept, for whoever verifies. */
export function publicKeysFile(dataDirectory: string): string {
  return join(dataDirectory, 'log-keys.txt');
}

/**
 * Opens the log's keys in the data directory; the first is made where there is none.
 * @param origin undefined: whatever the log is called already
 * @throws PrivacyError SETTING_INVALID where the log has another origin
 */
export function openLogKeys(dataDirectory: string, origin: string): LogKeyStore {
  const file = keysFile(dataDirectory);
  if (!existsSync(file)) {
    const first = JSON.stringify([newLogKey(origin, 0n)]);
    try {
      // wx: of two processes that start together one makes the key.
      writeFileSync(file, first, { mode: 0o600, flag: 'wx' });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
  let read = '';
  let known: readonly OpenLogKey[] = [];
  const fresh = (): readonly OpenLogKey[] => {
    // Another file in its place may be of the same instant.
    const { mtimeMs, ino } = statSync(file);
    if (`${mtimeMs} ${ino}` !== read) {
      known = readLogKeys(dataDirectory);
      read = `${mtimeMs} ${ino}`;
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

/** Makes a key for trees from that size on. */
export function newLogKey(name: string, first: bigint): StoredLogKey {
  const { privateKey } = generateKeyPairSync('ed25519');
  return { name, first: String(first), last: null, privateKey: privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64') };
}

/** Reads the keys as they are stored. */
export function readStoredLogKeys(dataDirectory: string): readonly StoredLogKey[] {
  return stored.parse(JSON.parse(readFileSync(keysFile(dataDirectory), 'utf8')));
}

/**
 * Puts other keys in the place of those stored, at once for every reader, and their public halves beside
 * them. Whoever is stopped in between leaves a private list that is whole; the public one is made of it
 * again by the next start, rotation or look at the keys.
 */
export function writeLogKeys(dataDirectory: string, keys: readonly StoredLogKey[]): void {
  replaceFile(keysFile(dataDirectory), JSON.stringify(keys), 0o600);
  publishLogKeys(dataDirectory);
}

/** Writes what a verifier needs of the stored keys to `publicKeysFile`, and gives it. */
export function publishLogKeys(dataDirectory: string): readonly LogKey[] {
  const keys = readLogKeys(dataDirectory);
  replaceFile(publicKeysFile(dataDirectory), formatLogKeys(keys), 0o644);
  return keys;
}

function replaceFile(file: string, text: string, mode: number): void {
  const next = `${file}.${process.pid}`;
  // On the disk before it takes the old one's place: nothing may be signed with a key that can still be lost.
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
