import { partnerRoles, partners } from '../../policy/partners.ts';
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
  /** Sealed while the row's mandate is: a read by a partner whose mandates can be sealed (clause `police`). */
  ORDERED: 2,
  /** Each entry must be checked: reviews of the log, work on mandates, and whatever else the other kinds exclude. */
  CHECKED: 3,
} as const;

export type PostingKind = keyof typeof postingKinds;

/** The entries of one posting have numbers that differ by less: they are of one batch. */
export const longestPosting = 1_024;

/** Purposes of entries that seals.ts must check. */
export const checkedPurposes: readonly string[] = ['ACCESS_REVIEW', 'CONTROL_AUDIT', 'MANDATE_ADMINISTRATION'];
/** Roles whose reads can be sealed with their mandate. */
export const sealableRoles: readonly string[] = partnerRoles.filter((role) => partners[role].canBeSealed);

/**
 * SQL: the kind of `access_log.full_entry entry` as an entry about `subject.id`. An entry whose case and mandates are erased could be
 * anything.
 * @param sealable the roles whose reads can be sealed; a municipality may have none
 */
export function postingKindAmong(sealable: readonly string[]): string {
  const isSealable = `entry.role = any(${textArray(sealable)})`;
  return `case
  when entry.form is null or entry.erased ? '1' or entry.form ->> 'purpose' = any(${textArray(checkedPurposes)}) or entry.covers[1] like 'PERSON %'
    or ${isSealable} and cardinality(entry.mandate_ids) > 1 then ${postingKinds.CHECKED}
  when ${isSealable} and entry.mandate_ids is not null then ${postingKinds.ORDERED}
  when entry.principal_id = subject.id then ${postingKinds.OWN}
  else ${postingKinds.OPEN} end`;
}

/** SQL: the kind, with the partners of this municipality. */
export const postingKind = postingKindAmong(sealableRoles);
