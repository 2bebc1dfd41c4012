import type { CaseOpening, Header, PrincipalOpening } from '../entry.ts';

/** Why an opening stays closed. */
export type Closed =
  /** The principal is a resident or works for the municipality. */
  | 'NOT_A_PARTNER'
  /** It names a case, or nothing: not a mandate alone. */
  | 'NO_MANDATE_ALONE'
  /** The entry lies in the range of numbers, and not in the engagement's dates. */
  | 'NOT_IN_DATES'
  /** Whoever reads an entry of the own making knows whom it is about, and would know every pseudonym in it. */
  | 'OWN_ENTRY'
  | 'ERASED';

/** An opening with the salt that proves it, hex; or why it stays closed. */
export type Shown<Content> = { readonly salt: string; readonly content: Content } | { readonly closed: Closed };

/** What an entry says of a data subject, as the log asserts it: the id that would prove it stays closed. */
export interface BundleSubject {
  /** Of this auditor's own: no other reader has the same. */
  readonly pseudonym: string;
  readonly relationship: string;
  readonly released: readonly string[];
  readonly withheld: readonly string[];
}

export interface BundleEntry {
  readonly number: number;
  /** Whole, with the digests of its openings: nothing in it is personal. */
  readonly header: Header;
  readonly principal: Shown<PrincipalOpening>;
  readonly case: Shown<CaseOpening>;
  /** By pseudonym: the order in which people were seen would match them with a list in another order. */
  readonly subjects: readonly BundleSubject[] | { readonly closed: Closed };
  /** How many data subjects more it has, whose history the auditor may not see. */
  readonly unseen: number;
  /** Ordinals of the openings that were erased, ascending. */
  readonly erased: readonly number[];
}

/** Some entries of the engagement's dates, drawn by a seed: see `drawSample`. */
export interface Sample {
  readonly seed: string;
  readonly size: number;
  /** In the order in which they are drawn. */
  readonly numbers: readonly number[];
}

/** What an auditor is given of the log. */
export interface Bundle {
  readonly version: 1;
  readonly origin: string;
  readonly engagement: {
    /** The mandate's id. */
    readonly mandate: string;
    readonly reference: string;
    readonly auditor: string;
    /** RFC 3339, UTC, with milliseconds. */
    readonly from: string;
    /** Itself not included. */
    readonly until: string;
  };
  /** From when, and from which number, the log is complete. */
  readonly coverage: { readonly since: string; readonly first: number };
  readonly tree: {
    readonly size: number;
    /** Base64. */
    readonly root: string;
  };
  readonly population: {
    /** From the first to the last entry whose time lies in the dates. */
    readonly first: number;
    readonly last: number;
    readonly entries: number;
    /** Those whose time lies in the dates; a few in between may not. */
    readonly inDates: number;
  };
  readonly sample: Sample | null;
  /** Of every number from first to last. */
  readonly entries: readonly BundleEntry[];
}

/** `bundle.json`. */
export interface SignedBundle {
  /** Signed note (C2SP signed-note): see `bundle-note.ts`. */
  readonly note: string;
  readonly content: Bundle;
}

/** Whose principals are organisations, and no person. */
export const partnerRoles: readonly string[] = [
  'MAINTENANCE_AGENT',
  'CREDIT_REPORTING_AGENCY',
  'COLLECTION_AGENCY',
  'LAW_ENFORCEMENT',
  'CONTROL_AGENCY',
];

/** Whether an instant lies in the dates; all three are texts of one form, which sort as the instants do. */
export function liesIn(at: string, { from, until }: Pick<Bundle['engagement'], 'from' | 'until'>): boolean {
  return from <= at && at < until;
}
