/** Bytes of a tree hash (SHA-256). */
export const hashLength = 32;

/** Bytes as WebCrypto takes them: never of shared memory. */
export type Bytes = Uint8Array<ArrayBuffer>;

/**
 * Decodes canonical base64 (RFC 4648 §4).
 * @param length the expected number of bytes, if known
 * @returns undefined for any other form: missing padding, white space, or non-zero bits after the last byte
 */
export function decodeBase64(text: string, length?: number): Bytes | undefined {
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(text) || text.length % 4 !== 0) return undefined;
  const bytes = Uint8Array.from(atob(text), (character) => character.codePointAt(0)!);
  if (encodeBase64(bytes) !== text) return undefined;
  return length === undefined || bytes.length === length ? bytes : undefined;
}

/** Encodes bytes as base64 (RFC 4648 §4, with padding). */
export function encodeBase64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCodePoint(byte)).join(''));
}

/** Decodes the lower-case hex of a hash; undefined for any other form. */
export function decodeHash(text: string): Bytes | undefined {
  return /^[\da-f]{64}$/.test(text) ? Uint8Array.from(text.match(/../g)!, (pair) => parseInt(pair, 16)) : undefined;
}

/** Encodes a text as UTF-8. */
export function utf8(text: string): Bytes {
  return new TextEncoder().encode(text);
}

/** Puts bytes after each other. */
export function concatenate(...parts: readonly Uint8Array[]): Bytes {
  const bytes = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** They are public, so the comparison need not take constant time. */
export function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, at) => byte === other[at]);
}

/** The hash of an inner node (RFC 6962 §2.1): SHA-256 of 0x01 and the hashes of its children. */
export async function hashNode(left: Uint8Array, right: Uint8Array): Promise<Bytes> {
  return sha256(concatenate(Uint8Array.of(1), left, right));
}

/** Hashes bytes (SHA-256, FIPS 180-4). */
export async function sha256(bytes: Bytes): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
}

/** Parses an unsigned 64-bit decimal number without sign or leading zeros; undefined for anything else. */
export function parseDecimal(text: string): bigint | undefined {
  if (!/^(?:0|[1-9][0-9]{0,19})$/.test(text)) return undefined;
  const value = BigInt(text);
  return value < 2n ** 64n ? value : undefined;
}
