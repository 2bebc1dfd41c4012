import type { CaseSegment, Header, PrincipalSegment } from '../entry/entry.ts';

/** Why a bundle withholds a segment. */
export type Closed =
  /** The principal is no organisation outside. */
  | 'NOT_A_PARTNER'
  /** The segment names a case, or no authority. Only a segment with an authority and no case is shown. */
  | 'NO_AUTHORITY_ALONE'
  /** The entry is in the range of numbers, but its time is outside the engagement's dates. */
  | 'NOT_IN_DATES'
  /** The auditor made the entry and knows its data subjects: it would reveal their pseudonyms. */
  | 'OWN_ENTRY'
  /** The entry is about an account: anyone can cause one about a known person, which would reveal the person's pseudonym. */
  | 'OF_ACCOUNT'
  | 'ERASED';

/** A segment with the salt and the audit path (RFC 6962 §2.1.1) that prove it, in hex. */
export interface Proven<Content> {
  readonly salt: string;
  /** From the leaf's sibling to the child of the root over the entry's segments. */
  readonly path: readonly string[];
  readonly content: Content;
}

/** A proven segment, or the reason why it is withheld. */
export type Shown<Content> = Proven<Content> | { readonly closed: Closed };

/** An entry's statement about a data subject. It cannot be proven, as the id in the segment is withheld. */
export interface BundleSubject {
  /** Only this auditor gets this pseudonym. */
  readonly pseudonym: string;
  readonly relationship: string;
  readonly released: readonly string[];
  readonly withheld: readonly string[];
}

export interface BundleEntry {
  readonly number: number;
  /** The whole header with the root over its segments. It holds no personal data. */
  readonly header: Header;
  readonly principal: Shown<PrincipalSegment>;
  readonly case: Shown<CaseSegment>;
  /** Sorted by pseudonym: the original order could be matched with other lists. */
  readonly subjects: readonly BundleSubject[] | { readonly closed: Closed };
  /** The number of further data subjects, whose history the auditor may not see. */
  readonly unseen: number;
  /** Ordinals of the segments that were erased, ascending. */
  readonly erased: readonly number[];
}

/** A sample of the entries within the engagement's dates: see `drawSample`. */
export interface Sample {
  readonly seed: string;
  readonly size: number;
  /** In the order in which they were drawn. */
  readonly numbers: readonly number[];
}

/** The data that shows which leaves below one tile are padding. */
export interface TilePadding {
  readonly tile: number;
  /** Hex. */
  readonly key: string;
}

/** The extract of the log that an auditor gets. */
export interface Bundle {
  readonly version: 2;
  readonly origin: string;
  readonly engagement: {
    /** The authority's id. */
    readonly authority: string;
    readonly reference: string;
    readonly auditor: string;
    /** RFC 3339, UTC, with milliseconds. */
    readonly from: string;
    /** Exclusive. */
    readonly until: string;
  };
  /** The time and the number from which the log is complete. */
  readonly coverage: { readonly since: string; readonly first: number };
  readonly tree: {
    readonly size: number;
    /** Base64. */
    readonly root: string;
  };
  readonly population: {
    /** The first and last entry whose time is within the dates. */
    readonly first: number;
    readonly last: number;
    readonly entries: number;
    /** The number of entries within the dates; a few between the first and the last may be outside. */
    readonly inDates: number;
  };
  readonly sample: Sample | null;
  /** One for each number from first to last that is not padding. */
  readonly entries: readonly BundleEntry[];
  /** The keys of the tiles of these numbers: what is padding follows from them (`padding.ts`). */
  readonly padding: readonly TilePadding[];
}

/** The content of `bundle.json`. */
export interface SignedBundle {
  /** Signed note (C2SP signed-note): see `bundle-note.ts`. */
  readonly note: string;
  readonly content: Bundle;
}

/** Whether an instant is within the dates. All three are strings of one form, which sort by time. */
export function isWithin(at: string, { from, until }: Pick<Bundle['engagement'], 'from' | 'until'>): boolean {
  return from <= at && at < until;
}
