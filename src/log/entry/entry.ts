/** How an operation ended. REFUSED: no root field could be entered. FAILED: an error after a root field was entered. */
export type Outcome = 'ANSWERED' | 'REFUSED' | 'FAILED';

/** The part of an entry that holds no personal data and no text that a caller chose. */
export interface Header {
  readonly version: 2;
  readonly id: string;
  /** RFC 3339, UTC, with milliseconds. These strings sort by time. */
  readonly at: string;
  readonly role: string;
  readonly purpose: string | null;
  /** The version of the purpose's text that the employee has acknowledged; left out for everyone else, and where none is. */
  readonly purposeText?: string;
  /** The acts that authorised the purpose at that time. */
  readonly authority: string | null;
  /** SHA-256 of the document's text, hex. */
  readonly operationHash: string;
  /** account: what happened with an account, such as a sign-in. */
  readonly operationType: 'query' | 'mutation' | 'command' | 'account';
  /** The requested root fields (schema coordinates), the command's name, or what happened with the account. */
  readonly rootFields: readonly string[];
  /** The personal arguments, input fields and sort keys that were used (schema coordinates). */
  readonly inputs: readonly string[];
  /** The hash of the policy, hex. */
  readonly policyVersion: string;
  readonly statementVersion: string;
  readonly outcome: Outcome;
  /** The parts of the log that this operation erased: `number/ordinal` for a segment, `first-last` for entries. */
  readonly erases?: readonly string[];
  /**
   * The pages of the whole log whose data subjects this operation read, even if it returned none: `ALL` or
   * `DISCLOSURES`, and `lowest-highest` number.
   */
  readonly covers?: readonly string[];
  readonly segments: SegmentsRoot;
}

/** The Merkle tree (RFC 6962 §2.1) over an entry's salted segments, in their order. */
export interface SegmentsRoot {
  /** Hex. */
  readonly root: string;
  /** How many segments there are. */
  readonly size: number;
}

export type PrincipalSegment = { readonly kind: 'principal'; readonly id: string | null };
/** The case and the authority of the operation, or the ones that it is about. Several authorities are separated by spaces. */
export type CaseSegment = { readonly kind: 'case'; readonly case: string | null; readonly authority: string | null };

/** The coordinates that an operation released and withheld about a data subject. */
export interface View {
  readonly relationship: string;
  /** Schema coordinates. */
  readonly released: readonly string[];
  readonly withheld: readonly string[];
}

export type SubjectSegment = View & { readonly kind: 'subject'; readonly id: string };

/** The content of one leaf of an entry's tree of segments. */
export type Segment = PrincipalSegment | CaseSegment | SubjectSegment;

/** An entry's segments: the principal's, the case's, then one for each data subject. */
export type Segments = readonly [PrincipalSegment, CaseSegment, ...SubjectSegment[]];

export interface Entry {
  readonly header: Header;
  /** RFC 8785 JSON of the header's members that many entries share: all but those of `OwnMember`. */
  readonly template: string;
  /** The root of the tree of segments, as in the header. */
  readonly root: Buffer;
  readonly segments: Segments;
  /** 16 random bytes for each segment, in the same order. */
  readonly salts: Buffer;
  /** The data of the leaf: SHA-256 of the header's RFC 8785 form. */
  readonly leaf: Buffer;
  /** RFC 6962 §2.1: SHA-256 of 0x00 and the leaf's data, hex. */
  readonly leafHash: string;
}

/**
 * The members of a header that are an entry's own. The others repeat from entry to entry, and are stored once.
 * `operationHash` is one of them because a client chooses it: one-off documents must not fill the table of templates.
 */
export type OwnMember = 'at' | 'covers' | 'erases' | 'id' | 'operationHash' | 'segments';

/**
 * In bytes. 128 random bits hide a content that can be guessed from its hash as well as 256 do. Each segment has its own, so
 * erasing it with its content removes that segment and no other.
 */
export const saltLength = 16;
