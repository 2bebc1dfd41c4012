/** How an operation ended. REFUSED: no root field could be entered. FAILED: an error after a root field was entered. */
export type Outcome = 'ANSWERED' | 'REFUSED' | 'FAILED';

/** The part of an entry that holds no personal data and no text that a caller chose. */
export interface Header {
  readonly version: 1;
  readonly id: string;
  /** RFC 3339, UTC, with milliseconds. These strings sort by time. */
  readonly at: string;
  readonly role: string;
  readonly purpose: string | null;
  /** The acts that authorised the purpose at that time. */
  readonly authority: string | null;
  /** SHA-256 of the document's text, hex. */
  readonly operationHash: string;
  readonly operationType: 'query' | 'mutation' | 'command';
  /** The requested root fields (schema coordinates), or the command's name. */
  readonly rootFields: readonly string[];
  /** The personal arguments, input fields and sort keys that were used (schema coordinates). */
  readonly inputs: readonly string[];
  /** The hash of the policy, hex. */
  readonly policyVersion: string;
  readonly statementVersion: string;
  readonly outcome: Outcome;
  /** What this operation erased from the log: `number/ordinal` for an opening, `first-last` for entries. */
  readonly erases?: readonly string[];
  /**
   * The pages of the whole log whose data subjects this operation read, even if it returned none: `ALL` or
   * `DISCLOSURES`, and `lowest-highest` number.
   */
  readonly covers?: readonly string[];
  /** The digests of the openings, hex, in the same order. */
  readonly openings: readonly string[];
}

export type PrincipalOpening = { readonly kind: 'principal'; readonly id: string | null };
/** The case and the mandate of the operation, or the ones that it is about. Several mandates are separated by spaces. */
export type CaseOpening = { readonly kind: 'case'; readonly case: string | null; readonly mandate: string | null };

/** What an operation released and withheld about a data subject. */
export interface View {
  readonly relationship: string;
  /** Schema coordinates. */
  readonly released: readonly string[];
  readonly withheld: readonly string[];
}

export type SubjectOpening = View & { readonly kind: 'subject'; readonly id: string };

/** The content behind one of the header's digests. */
export type Opening = PrincipalOpening | CaseOpening | SubjectOpening;

/** An entry's openings: the principal's, the case's, then one for each data subject. */
export type Openings = readonly [PrincipalOpening, CaseOpening, ...SubjectOpening[]];

export interface Entry {
  readonly header: Header;
  /** JSON of the header without its digests. */
  readonly stored: string;
  readonly openings: Openings;
  /** 32 random bytes for each opening, in the same order. Erasing an opening with its salt leaves every proof valid. */
  readonly salts: Buffer;
  /** The data of the leaf: SHA-256 of the header's RFC 8785 form. */
  readonly leaf: Buffer;
  /** RFC 6962 §2.1: SHA-256 of 0x00 and the leaf's data, hex. */
  readonly leafHash: string;
}

/** In bytes. */
export const saltLength = 32;
