import type { StoredContent } from '../../../../log/verify/source/log-source.ts';

/** A row of `storedColumns`, as PostgreSQL returns it. */
export interface StoredRow {
  readonly id: string;
  readonly at: string;
  readonly role: string;
  readonly template_id: string | null;
  readonly views_id: string | null;
  readonly hash: string;
  readonly erases: string | null;
  readonly covers: string | null;
  readonly root: string;
  readonly salts: Buffer;
  readonly principal: string | null;
  readonly matter: string | null;
  readonly authority: string | null;
  readonly subjects: string;
  readonly seen: string | null;
}

// Readers count an array's elements from 1; the owner of the tables can store other bounds.
const plain = (array: string): string => `coalesce(array_ndims(${array}), 1) = 1 and coalesce(array_lower(${array}, 1), 1) = 1`;
// The type holds microseconds, the header milliseconds.
const instant = `to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.' || case when at = date_trunc('milliseconds', at) then 'MS' else 'US' end || '"Z"')`;

/**
 * SQL: the columns of an entry, staged or numbered. The owner of the tables can drop `not null`: nulls are read as values that match
 * nothing, and so are arrays with other bounds. Ids come as one text: parsing arrays would cost more than hashing.
 */
export const storedColumns = `coalesce(id::text, '') as id, coalesce(${instant}, '') as at, coalesce(role, '') as role, template_id, views_id,
  coalesce(encode(operation_hash, 'hex'), '') as hash, coalesce(encode(root, 'hex'), '') as root, coalesce(salts, '') as salts,
  principal_id as principal, case_id as matter,
  case when ${plain('erases')} then to_json(erases)::text else '' end as erases,
  case when ${plain('covers')} then to_json(covers)::text else '' end as covers,
  case when ${plain('authority_ids')} then array_to_string(authority_ids, ' ', '-') else '-' end as authority,
  case when ${plain('subjects')} then coalesce(array_to_string(subjects, ' ', '-'), '?') else '?' end as subjects,
  case when ${plain('seen')} then array_to_string(seen, ' ', '-') else '-' end as seen`;

/** @param textOf the texts of templates by their ids */
export function contentOf(row: StoredRow, textOf: ReadonlyMap<string, string>): StoredContent {
  return {
    id: row.id,
    at: row.at,
    role: row.role,
    template: textOf.get(row.template_id ?? ''),
    operationHash: row.hash,
    erases: row.erases,
    covers: row.covers,
    root: row.root,
    salts: row.salts,
    principal: row.principal,
    case: row.matter,
    authority: row.authority,
    subjects: row.subjects === '' ? [] : row.subjects.split(' ').map((id) => (id === '-' ? null : id)),
    seen: row.seen === null ? null : row.seen === '' ? [] : row.seen.split(' ').map(Number),
    views: textOf.get(row.views_id ?? ''),
  };
}
