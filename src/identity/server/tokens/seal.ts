import { createCipheriv, createDecipheriv, randomBytes, hkdfSync, hash } from 'node:crypto';

const cipher = 'aes-256-gcm';
const [nonceBytes, tagBytes] = [12, 16];

/**
 * Encrypts and authenticates (AES-256-GCM).
 * @param secret of 32 bytes
 * @param name what it is for; it opens under no other name
 */
export function seal(secret: Buffer, name: string, plain: string): Buffer {
  const nonce = randomBytes(nonceBytes);
  const sealing = createCipheriv(cipher, secret, nonce).setAAD(Buffer.from(name));
  return Buffer.concat([nonce, sealing.update(plain, 'utf8'), sealing.final(), sealing.getAuthTag()]);
}

/** @returns undefined unless it was sealed with this secret under this name */
export function unseal(secret: Buffer, name: string, sealed: Buffer): string | undefined {
  if (sealed.length < nonceBytes + tagBytes) return undefined;
  try {
    const opening = createDecipheriv(cipher, secret, sealed.subarray(0, nonceBytes), { authTagLength: tagBytes })
      .setAAD(Buffer.from(name))
      .setAuthTag(sealed.subarray(-tagBytes));
    return opening.update(sealed.subarray(nonceBytes, -tagBytes), undefined, 'utf8') + opening.final('utf8');
  } catch {
    return undefined;
  }
}

/** A key of 32 bytes for one use (RFC 5869), so that no two uses share one. @param secret of 32 bytes */
export function deriveKey(secret: Buffer, use: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, Buffer.alloc(0), `need-to-know ${use}`, 32));
}

/**
 * The stored form of an id that grants access: its SHA-256 digest. Ids have 256 random bits, so a digest does not reveal its id.
 * @param model such as `Grant`: equal ids of two models have different digests
 */
export function digestOf(model: string, id: string): Buffer {
  return hash('sha256', `${model}:${id}`, 'buffer');
}
