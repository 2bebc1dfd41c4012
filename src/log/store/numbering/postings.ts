import { textArray } from '../../../platform/sql/sql.ts';

/**
 * How reads of a person can be sealed: the `kind` of a row of the index by data subject (`access_log.posting`). Rows of one kind are
 * found together, so that reads that cannot be sealed need no check.
 */
export const postingKinds = {
  /** Sealed towards guardians at most. */
  OPEN: 0,
  /** The same; the person is the principal. */
  OWN: 1,
  /** Sealed while the row's authority is: a read under an authority that can be sealed. */
  ORDERED: 2,
  /** Each entry must be checked: reviews of the log, work on authorities, and whatever else the other kinds exclude. */
  CHECKED: 3,
} as const;

export type PostingKind = keyof typeof postingKinds;

/** The entries of one posting have numbers that differ by less: they are of one batch. */
export const longestPosting = 1_024;

/** Which reads can be sealed. An application says it. */
export interface PostingRules {
  /** Roles whose reads can be sealed with their authority; an application may have none. */
  readonly sealableRoles: readonly string[];
  /** Purposes of entries that must each be checked. */
  readonly checkedPurposes: readonly string[];
}

/**
 * SQL: the kind of `access_log.full_entry entry` as an entry about `subject.id`. An entry whose case and authorities are erased could be
 * anything.
 */
export function postingKind({ sealableRoles, checkedPurposes }: PostingRules): string {
  const isSealable = `entry.role = any(${textArray(sealableRoles)})`;
  return `case
  when entry.template is null or entry.erased ? '1' or entry.template ->> 'purpose' = any(${textArray(checkedPurposes)}) or entry.covers[1] like 'PERSON %'
    or ${isSealable} and cardinality(entry.authority_ids) > 1 then ${postingKinds.CHECKED}
  when ${isSealable} and entry.authority_ids is not null then ${postingKinds.ORDERED}
  when entry.principal_id = subject.id then ${postingKinds.OWN}
  else ${postingKinds.OPEN} end`;
}
