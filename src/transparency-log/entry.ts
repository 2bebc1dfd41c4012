/** What became of an operation. REFUSED: the door let nothing through. FAILED: an error after the door. */
export type Outcome = 'ANSWERED' | 'REFUSED' | 'FAILED';

/** The part of an entry that holds nothing personal, and no text that a caller chose. */
export interface Header {
  readonly version: 1;
  readonly id: string;
  /** RFC 3339, UTC, with milliseconds: such texts sort as the instants do. */
  readonly at: string;
  readonly role: string;
  readonly purpose: string | null;
  /** The acts that authorise the purpose, as they stood at that time. */
  readonly authority: string | null;
  /** SHA-256 of the document's text, hex. */
  readonly operationHash: string;
  readonly operationType: 'query' | 'mutation' | 'command';
  /** Root fields (schema coordinates) that were asked for, or the command's name. */
  readonly rootFields: readonly string[];
  /** Personal arguments, input fields and sort keys (schema coordinates) that were used. */
  readonly inputs: readonly string[];
  /** The policy's hash, hex. */
  readonly policyVersion: string;
  readonly statementVersion: string;
  readonly outcome: Outcome;
  /** What this entry's operation took out of the log: `number/ordinal` of an opening, `first-last` of entries. */
  readonly erases?: readonly string[];
  /**
   * The pages of everybody's log of which this entry's operation looked whom they are about, whomever it found: `ALL` or
   * `DISCLOSURES`, and `lowest-highest` number.
   */
  readonly covers?: readonly string[];
  /** Digests of the openings, hex, in their order. */
  readonly openings: readonly string[];
}

export type PrincipalOpening = { readonly kind: 'principal'; readonly id: string | null };
/** The case and the mandate that an operation was made under, or the ones that it is about: of several mandates all, with a space between. */
export type CaseOpening = { readonly kind: 'case'; readonly case: string | null; readonly mandate: string | null };

/** What an operation saw of a data subject. */
export interface View {
  readonly relationship: string;
  /** Schema coordinates. */
  readonly released: readonly string[];
  readonly withheld: readonly string[];
}

export type SubjectOpening = View & { readonly kind: 'subject'; readonly id: string };

/** What one of the header's digests stands for. */
export type Opening = PrincipalOpening | CaseOpening | SubjectOpening;

/** An entry's openings: the principal's, the case's, then one for each data subject. */
export type Openings = readonly [PrincipalOpening, CaseOpening, ...SubjectOpening[]];

export interface Entry {
  readonly header: Header;
  /** JSON of the header without its digests. */
  readonly stored: string;
  readonly openings: Openings;
  /** 32 random bytes for each opening, in their order: one opening can be erased with its salt while every proof still holds. */
  readonly salts: Buffer;
  /** The leaf's data: SHA-256 of the header's RFC 8785 form. */
  readonly leaf: Buffer;
  /** RFC 6962 §2.1: SHA-256 of a 0x00 and the leaf's data, hex. */
  readonly leafHash: string;
}

/** Bytes of a salt. */
export const saltLength = 32;
