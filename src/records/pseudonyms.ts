import { createCipheriv, createDecipheriv, createHmac, hkdfSync } from 'node:crypto';
import { isUuid } from './reader.ts';

/** Stand-ins for people's ids that differ from reader to reader, so that two readers can't match theirs. */
export interface Pseudonyms {
  /** A person's id as this partner sees it: a permutation of ids under the partner's own key. */
  disguise(reader: string, id: string): string;
  /** The id behind what a partner calls a person; undefined where that has no form of an id. */
  recognise(reader: string, pseudonym: string): string | undefined;
  /** A person in the access log, for a reader who must not know whom. */
  name(reader: string, id: string): string;
}

/** @param key 32 bytes, kept in the data directory */
export function createPseudonyms(key: Buffer): Pseudonyms {
  const keyOf = (reader: string): Buffer => Buffer.from(hkdfSync('sha256', key, '', `pseudonym ${reader}`, 16));
  return {
    // An id is exactly one block, so the bare cipher is a permutation here and leaks no pattern.
    disguise(reader, id) {
      const block = createCipheriv('aes-128-ecb', keyOf(reader), null).setAutoPadding(false);
      return asUuid(Buffer.concat([block.update(asBytes(id)), block.final()]));
    },
    recognise(reader, pseudonym) {
      if (!isUuid(pseudonym.toLowerCase())) return undefined;
      const block = createDecipheriv('aes-128-ecb', keyOf(reader), null).setAutoPadding(false);
      return asUuid(Buffer.concat([block.update(asBytes(pseudonym)), block.final()]));
    },
    name(reader, id) {
      return `P-${createHmac('sha256', keyOf(reader)).update(id).digest('hex').slice(0, 12)}`;
    },
  };
}

function asBytes(uuid: string): Buffer {
  return Buffer.from(uuid.replaceAll('-', ''), 'hex');
}

function asUuid(bytes: Buffer): string {
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
