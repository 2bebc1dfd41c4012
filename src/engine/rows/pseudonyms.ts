import { createCipheriv, createDecipheriv, createHmac, hkdfSync } from 'node:crypto';
import type { Purpose, Role } from '../register.ts';
import { isUuid } from '../../platform/sql/is-uuid.ts';

/** Pseudonyms for ids. They differ between readers, so that two readers can't match theirs. */
export interface Pseudonyms {
  /** The id that a reader sees in place of an id: a permutation of all ids under the reader's own key. */
  disguise(reader: string, id: string): string;
  /** The inverse of `disguise`; undefined if the pseudonym is not a UUID. */
  recognise(reader: string, pseudonym: string): string | undefined;
  /** A digest of a text under the reader's own key. It can't be reversed. */
  name(reader: string, id: string): string;
  /** A longer one, in the form of a UUID: no two texts have the same. */
  identify(reader: string, text: string): string;
}

/**
 * The reader that ids and names in the access log are made for: a principal with one purpose. An officer who reads entries for two
 * purposes can't match them by id.
 */
export function logReader(role: Role, id: string | undefined, purpose: Purpose | undefined): string {
  return `${role} ${id ?? ''} ${purpose ?? ''}`;
}

/** The reader under which the ids of access entries are disguised. */
export function entryReader(reader: string): string {
  return `entry ${reader}`;
}

/** The pseudonym of a data subject in the access log, as one reader sees it: `P-` and 32 hexadecimal digits. */
export function subjectPseudonym(pseudonyms: Pseudonyms, reader: string, id: string): string {
  return `P-${pseudonyms.disguise(subjectReader(reader), id).replaceAll('-', '')}`;
}

/**
 * The inverse of `subjectPseudonym`. The pseudonym of another reader gives an id that no one has.
 * @returns undefined if the text is no such pseudonym
 */
export function subjectOf(pseudonyms: Pseudonyms, reader: string, pseudonym: string): string | undefined {
  const [, digits] = /^P-([\da-f]{32})$/.exec(pseudonym) ?? [];
  return digits === undefined ? undefined : pseudonyms.recognise(subjectReader(reader), asUuid(Buffer.from(digits, 'hex')));
}

/** The reader under which data subjects are disguised in the access log: not the one of partners, entries or cases. */
function subjectReader(reader: string): string {
  return `subject ${reader}`;
}

/** @param key 32 bytes, kept in the data directory */
export function createPseudonyms(key: Buffer): Pseudonyms {
  // The rows of a list are for one reader, and deriving a key costs more than using it.
  let latest: { readonly reader: string; readonly key: Buffer } | undefined;
  const keyOf = (reader: string): Buffer => {
    if (latest?.reader !== reader) latest = { reader, key: Buffer.from(hkdfSync('sha256', key, '', `pseudonym ${reader}`, 16)) };
    return latest.key;
  };
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
    identify(reader, text) {
      return asUuid(createHmac('sha256', keyOf(reader)).update(text).digest().subarray(0, 16));
    },
  };
}

/** Pseudonyms for one operation. Each is made once, since a page of the log names the same people many times. */
export function rememberPseudonyms(pseudonyms: Pseudonyms): Pseudonyms {
  return {
    disguise: remember((reader, id) => pseudonyms.disguise(reader, id)),
    recognise: (reader, pseudonym) => pseudonyms.recognise(reader, pseudonym),
    name: remember((reader, id) => pseudonyms.name(reader, id)),
    identify: (reader, text) => pseudonyms.identify(reader, text),
  };
}

function remember(make: Pseudonyms['name']): Pseudonyms['name'] {
  const made = new Map<string, Map<string, string>>();
  return (reader, id) => {
    let ofReader = made.get(reader);
    if (!ofReader) made.set(reader, (ofReader = new Map()));
    let pseudonym = ofReader.get(id);
    if (pseudonym === undefined) ofReader.set(id, (pseudonym = make(reader, id)));
    return pseudonym;
  };
}

function asBytes(uuid: string): Buffer {
  return Buffer.from(uuid.replaceAll('-', ''), 'hex');
}

function asUuid(bytes: Buffer): string {
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
