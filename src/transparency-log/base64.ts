/** Writes bytes in base64 (RFC 4648 §4, with padding). */
export function encodeBase64(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
}

/**
 * Reads base64 (RFC 4648 §4). Each sequence of bytes has one form only: anything else, such as missing
 * padding, the URL alphabet or stray bits at the end, is undefined, so that a text that was signed,
 * compared or counted can't be dressed up as another.
 * @param length how many bytes there must be, if that is known
 */
export function decodeBase64(text: string, length?: number): Uint8Array | undefined {
  const bytes = Buffer.from(text, 'base64');
  if (bytes.toString('base64') !== text) return undefined;
  return length === undefined || bytes.length === length ? bytes : undefined;
}
