/** Encodes bytes as base64 (RFC 4648 §4, with padding). */
export function encodeBase64(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
}

/**
 * Decodes canonical base64 (RFC 4648 §4). Each byte sequence has exactly one encoding, so that a signed text has no
 * second spelling.
 * @param length the expected number of bytes, if known
 * @returns undefined for any other form: missing padding, the URL alphabet, or non-zero bits after the last byte
 */
export function decodeBase64(text: string, length?: number): Uint8Array | undefined {
  const bytes = Buffer.from(text, 'base64');
  if (bytes.toString('base64') !== text) return undefined;
  return length === undefined || bytes.length === length ? bytes : undefined;
}
