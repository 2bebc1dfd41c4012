import { createCipheriv, createDecipheriv, createHash, createSecretKey } from 'node:crypto';
import { PrivacyError } from '../../platform/errors/errors.ts';
import { createRandomPool } from '../../platform/random/random-pool.ts';

/** The binding of a cursor. It opens only with an equal binding. */
export interface CursorBinding {
  readonly principal: string;
  readonly purpose: string;
  /** Schema coordinate of the list, and the parent's id for a list below a row. */
  readonly list: string;
  readonly filter: unknown;
  readonly order: string;
}

/** Encrypted cursors. A client can't read a row's sort key from a cursor, and can't use another principal's cursor. */
export interface Cursors {
  /** Makes a function that encrypts the keys of one row of a list into a cursor. */
  sealer(binding: CursorBinding): (keys: readonly string[]) => string;
  /** @throws PrivacyError CURSOR_INVALID for a malformed cursor, and for a cursor with another binding */
  open(binding: CursorBinding, cursor: string): readonly string[];
}

const cipher = 'aes-256-gcm';
const nonceLength = 12;
const tagLength = 16;

/**
 * Authenticated encryption (AES-256-GCM, NIST SP 800-38D) with the binding as associated data.
 * @param secret 32 bytes, kept in the data directory
 */
export function createCursors(secret: Buffer, random: (length: number) => Buffer = createRandomPool()): Cursors {
  const key = createSecretKey(secret);
  return {
    sealer(binding) {
      let bound: Buffer | undefined;
      return (keys) => {
        bound ??= digest(binding);
        const iv = random(nonceLength);
        const sealing = createCipheriv(cipher, key, iv, { authTagLength: tagLength }).setAAD(bound);
        const sealed = Buffer.concat([sealing.update(JSON.stringify(keys), 'utf8'), sealing.final()]);
        return Buffer.concat([iv, sealed, sealing.getAuthTag()]).toString('base64url');
      };
    },
    open(binding, cursor) {
      try {
        const bytes = Buffer.from(cursor, 'base64url');
        const opening = createDecipheriv(cipher, key, bytes.subarray(0, nonceLength), { authTagLength: tagLength })
          .setAAD(digest(binding))
          .setAuthTag(bytes.subarray(-tagLength));
        const sealed = bytes.subarray(nonceLength, -tagLength);
        return JSON.parse(Buffer.concat([opening.update(sealed), opening.final()]).toString('utf8')) as string[];
      } catch {
        throw new PrivacyError('CURSOR_INVALID');
      }
    },
  };
}

function digest({ principal, purpose, list, filter, order }: CursorBinding): Buffer {
  return createHash('sha256')
    .update(JSON.stringify([principal, purpose, list, filter ?? null, order]))
    .digest();
}
