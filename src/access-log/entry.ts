import { createHash, randomBytes } from 'node:crypto';
import canonicalize from 'canonicalize';

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

/** Makes an entry: salts the openings, puts their digests in the header, and hashes that. */
export function createEntry(
  header: Omit<Header, 'version' | 'openings'>,
  openings: readonly Opening[],
  salt = (): Buffer => randomBytes(32),
): Entry {
  const salted = openings.map((content) => ({ salt: salt().toString('hex'), content }));
  const whole: Header = { version: 1, ...header, openings: salted.map(openingDigest) };
  return { header: whole, openings: salted, leafHash: leafHash(whole) };
}

/** The digest of a salted opening: SHA-256 of the salt and the RFC 8785 canonical content, hex. */
export function openingDigest({ salt, content }: SaltedOpening): string {
  return createHash('sha256').update(Buffer.from(salt, 'hex')).update(canonical(content)).digest('hex');
}

/** The leaf hash of a header (RFC 6962 §2.1: a 0x00 before the leaf data), whose data is SHA-256 of its canonical form. */
export function leafHash(header: Header): string {
  const data = createHash('sha256').update(canonical(header)).digest();
  return createHash('sha256').update(Buffer.of(0)).update(data).digest('hex');
}

function canonical(value: unknown): string {
  return canonicalize(value) ?? '';
}
