import { hkdfSync } from 'node:crypto';

/** A key of 32 bytes for one use (RFC 5869), so that no two uses share one. @param secret of 32 bytes */
export function deriveKey(secret: Buffer, use: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, Buffer.alloc(0), `need-to-know ${use}`, 32));
}
