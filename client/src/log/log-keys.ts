import { concatenate, decodeBase64, parseDecimal, sameBytes, sha256, utf8, type Bytes } from './bytes.ts';
import { LogFailure } from './log-failure.ts';

/** A key of the log (C2SP signed-note, Ed25519), and the sizes of the trees that it may sign. */
export interface LogKey {
  readonly name: string;
  /** 4 bytes that tell keys of one name apart. */
  readonly id: Bytes;
  /** 32 bytes (RFC 8032). */
  readonly publicKey: Bytes;
  readonly first: bigint;
  /** Inclusive; undefined while the key is in use. */
  readonly last: bigint | undefined;
}

/** The signature type of an Ed25519 note (C2SP signed-note). */
const ed25519 = 0x01;

/**
 * Parses the log's list of keys: one per line, `vkey first last`, with `-` for a last size that is still open.
 * @throws {LogFailure} LOG_KEY_INVALID
 */
export async function parseLogKeys(text: string): Promise<LogKey[]> {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
  const keys = await Promise.all(lines.map(parseLogKey));
  // A repeated key would have two ranges.
  if (new Set(lines.map((line) => line.split(/[ \t]+/)[0])).size < lines.length) throw new LogFailure('LOG_KEY_INVALID');
  return keys;
}

async function parseLogKey(line: string): Promise<LogKey> {
  const [vkey = '', from = '', to = '', ...more] = line.split(/[ \t]+/);
  const [, name = '', hex = '', base64 = ''] = /^([^+]+)\+([\da-f]{8})\+(.+)$/.exec(vkey) ?? [];
  const key = decodeBase64(base64, 33);
  const [first, last] = [parseDecimal(from), to === '-' ? undefined : parseDecimal(to)];
  const isOpen = to === '-';
  if (!key || key[0] !== ed25519 || !isKeyName(name) || more.length > 0 || first === undefined) throw new LogFailure('LOG_KEY_INVALID');
  if (!isOpen && (last === undefined || last < first)) throw new LogFailure('LOG_KEY_INVALID');
  const id = (await sha256(concatenate(utf8(`${name}\n`), key))).slice(0, 4);
  if (Array.from(id, (byte) => byte.toString(16).padStart(2, '0')).join('') !== hex) throw new LogFailure('LOG_KEY_INVALID');
  return { name, id, publicKey: key.slice(1), first, last };
}

/** Whether it is a valid key name: not empty, without Unicode spaces, control characters and plus signs. */
export function isKeyName(name: string): boolean {
  return name.isWellFormed() && /^[^\p{White_Space}\p{Cc}+]+$/u.test(name);
}

/** The keys that a signature claims to be by. Both name and id must match: anyone can choose one of them. */
export function claimedKeys({ name, id }: Pick<LogKey, 'name' | 'id'>, keys: readonly LogKey[]): LogKey[] {
  return keys.filter((key) => key.name === name && sameBytes(key.id, id));
}

/**
 * Whether it is this key's Ed25519 signature of the message (RFC 8032).
 * @throws DOMException NotSupportedError where the browser's WebCrypto has no Ed25519
 */
export async function hasSigned({ publicKey }: LogKey, message: Bytes, signature: Bytes): Promise<boolean> {
  const key = await crypto.subtle.importKey('raw', publicKey, 'Ed25519', false, ['verify']);
  return signature.length === 64 && (await crypto.subtle.verify('Ed25519', key, signature, message));
}
