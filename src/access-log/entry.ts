import { hash, randomBytes } from 'node:crypto';

/** What became of an operation. REFUSED: the door let nothing through. FAILED: an error after the door. */
export type Outcome = 'ANSWERED' | 'REFUSED' | 'FAILED';

/** The part of an entry that holds nothing personal, and no text that a caller chose. */
export interface Header {
  readonly version: 1;
  readonly id: string;
  /** RFC 3339, UTC. */
  readonly at: string;
  readonly role: string;
  readonly purpose: string | null;
  /** The acts that authorise the purpose, as they stood at that time. */
  readonly authority: string | null;
  /** SHA-256 of the document's text, hex. */
  readonly operationHash: string;
  readonly operationType: 'query' | 'mutation';
  /** Root fields (schema coordinates) that were asked for. */
  readonly rootFields: readonly string[];
  /** Personal arguments, input fields and sort keys (schema coordinates) that were used. */
  readonly inputs: readonly string[];
  /** The policy's hash, hex. */
  readonly policyVersion: string;
  readonly statementVersion: string;
  readonly outcome: Outcome;
  /** Digests of the openings, hex, in their order. */
  readonly openings: readonly string[];
}

/** What one of the header's digests stands for. */
export type Opening =
  | { readonly kind: 'principal'; readonly id: string | null }
  | { readonly kind: 'case'; readonly case: string | null; readonly mandate: string | null }
  | {
      readonly kind: 'subject';
      readonly id: string;
      readonly relationship: string;
      /** Schema coordinates. */
      readonly released: readonly string[];
      readonly withheld: readonly string[];
    };

/** An opening with its own salt (32 bytes, hex), so that it can be erased while every proof still holds. */
export interface SaltedOpening {
  readonly salt: string;
  readonly content: Opening;
}

export interface Entry {
  readonly header: Header;
  readonly openings: readonly SaltedOpening[];
  /** See `leafHash`. */
  readonly leafHash: string;
}

const saltLength = 32;

/**
 * Makes an entry: salts the openings, puts their digests in the header, and hashes that.
 * @param random gives that many random bytes; called once, for all salts together
 */
export function createEntry(
  header: Omit<Header, 'version' | 'openings'>,
  openings: readonly Opening[],
  random: (length: number) => Buffer = randomBytes,
): Entry {
  const salts = random(saltLength * openings.length);
  const write = canonicalOpenings();
  const salted: SaltedOpening[] = [];
  const digests: string[] = [];
  openings.forEach((content, at) => {
    const salt = salts.subarray(at * saltLength, (at + 1) * saltLength);
    salted.push({ salt: salt.toString('hex'), content });
    digests.push(digest(salt, write(content)));
  });
  const whole: Header = { version: 1, ...header, openings: digests };
  return { header: whole, openings: salted, leafHash: leafHash(whole) };
}

/** The digest of a salted opening: SHA-256 of the salt's bytes and the RFC 8785 canonical content, hex. */
export function openingDigest({ salt, content }: SaltedOpening): string {
  return digest(Buffer.from(salt, 'hex'), canonicalOpenings()(content));
}

function digest(salt: Buffer, text: string): string {
  return hash('sha256', Buffer.concat([salt, Buffer.from(text)]));
}

/** The leaf hash of a header (RFC 6962 §2.1: a 0x00 before the leaf data), whose data is SHA-256 of its canonical form. */
export function leafHash(header: Header): string {
  const data = hash('sha256', canonical(header), 'buffer');
  return hash('sha256', Buffer.concat([Buffer.of(0), data]));
}

/**
 * The RFC 8785 form. All members here are texts, the number 1, null and lists of those, for which JSON
 * with sorted members is that form (the tests hold it against a whole implementation).
 */
function canonical(value: Header | Opening): string {
  const members = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify(Object.fromEntries(members));
}

/** Writes openings in the RFC 8785 form. People who were seen alike share their lists, and each list is written once. */
function canonicalOpenings(): (opening: Opening) => string {
  const written = new Map<readonly string[], string>();
  const list = (coordinates: readonly string[]): string => {
    let text = written.get(coordinates);
    if (text === undefined) written.set(coordinates, (text = JSON.stringify(coordinates)));
    return text;
  };
  return (opening) => {
    if (opening.kind !== 'subject') return canonical(opening);
    const { id, relationship, released, withheld } = opening;
    const lists = `"released":${list(released)},"withheld":${list(withheld)}`;
    return `{"id":${JSON.stringify(id)},"kind":"subject","relationship":${JSON.stringify(relationship)},${lists}}`;
  };
}
