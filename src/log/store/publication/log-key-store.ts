import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { formatLogKeys, type LogKey } from '../../keys/log-keys.ts';
import { createSigner, type Signer } from '../../keys/signer.ts';
import { PrivacyError } from '../../../platform/errors/errors.ts';
import type { Config } from '../../../platform/settings/config.ts';
import type { SecretSource } from '../../../platform/settings/secret-source.ts';
import { makeSecret, readSecret, wrongSecret } from '../../../platform/postgres/secrets/secrets.ts';
import { makeFolderFor, replaceFile } from '../../../platform/postgres/secrets/write-file.ts';

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

/** The settings that say where the keys are. */
type Place = Pick<Config, 'secrets' | 'dataDirectory'>;

/**
 * Opens the log's keys: the secret `log-keys`. A folder of secrets gets the first key if there is none.
 * @throws PrivacyError SETTING_INVALID if the log has another origin, or the secret is missing elsewhere or wrong
 */
export function openLogKeys(place: Place, origin: string): LogKeyStore {
  if (readSecret(place.secrets, 'log-keys') === undefined) makeSecret(place.secrets, 'log-keys', JSON.stringify([newLogKey(origin, 0n)]));
  let version: string | undefined;
  let known: readonly OpenLogKey[] = [];
  const fresh = (): readonly OpenLogKey[] => {
    const current = versionOf(place.secrets);
    if (current !== version) {
      known = readLogKeys(place);
      version = current;
    }
    return known;
  };
  const name = fresh()[0]!.verifier.name;
  if (name !== origin) throw new PrivacyError('SETTING_INVALID', { problems: ['LOG_ORIGIN: the log of these keys has another origin'] });
  publishLogKeys(place);
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

/** Reads the stored keys. @throws PrivacyError SETTING_INVALID if the secret `log-keys` is missing or wrong */
export function readStoredLogKeys({ secrets }: Place): readonly StoredLogKey[] {
  const text = readSecret(secrets, 'log-keys');
  if (text === undefined) throw wrongSecret('log-keys', 'is missing');
  try {
    return stored.parse(JSON.parse(text));
  } catch {
    throw wrongSecret('log-keys', 'is not a list of keys');
  }
}

/**
 * Replaces the stored keys atomically, then the file of public keys. A process that is stopped in between leaves the
 * private keys complete; the next start, rotation or `log-keys` command makes the public file from them.
 * @throws PrivacyError SETTING_INVALID unless the secrets are in a folder
 */
export function writeLogKeys(place: Place, keys: readonly StoredLogKey[]): void {
  const { secrets } = place;
  if (secrets.kind !== 'folder')
    throw wrongSecret('log-keys', 'can be replaced only in a folder: copy it there, and set SECRETS to that folder');
  // Flushed to disk: nothing may be signed with a key that can still be lost.
  replaceFile(join(secrets.folder, 'log-keys'), JSON.stringify(keys), 0o600);
  publishLogKeys(place);
}

/** Writes the public halves of the stored keys to `publicKeysFile`, and returns them. */
export function publishLogKeys(place: Place): readonly LogKey[] {
  const keys = readLogKeys(place);
  makeFolderFor(place.dataDirectory);
  replaceFile(publicKeysFile(place.dataDirectory), formatLogKeys(keys), 0o644);
  return keys;
}

/** Changes when the keys are replaced, which a running process sees in a folder only. */
function versionOf(secrets: SecretSource): string {
  if (secrets.kind !== 'folder') return secrets.kind;
  // A replaced file can have the same modification time, but not the same inode.
  const { mtimeMs, ino } = statSync(join(secrets.folder, 'log-keys'));
  return `${mtimeMs} ${ino}`;
}

function readLogKeys(place: Place): readonly OpenLogKey[] {
  return readStoredLogKeys(place).map(({ name, first, last, privateKey }) => {
    const signer = createSigner(name, createPrivateKey({ key: Buffer.from(privateKey, 'base64'), format: 'der', type: 'pkcs8' }));
    return { signer, verifier: signer.verifier, first: BigInt(first), last: last === null ? undefined : BigInt(last) };
  });
}
