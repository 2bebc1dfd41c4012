import { sql, type Sql } from '../../../platform/sql/sql.ts';
import type { Purpose } from '../../shared/graphql/generated/schema.ts';
import { partnerRoles } from '../../policy/partners/partners.ts';

/** The view of `access_log.full_entry entry` for the person of `about`; null if the entry does not name the person. */
export const viewOfPerson: Sql = sql`(case when about.subject_id = any(entry.subjects)
  then entry.views -> coalesce(entry.seen[array_position(entry.subjects, about.subject_id)], 0)::integer end)`;

/**
 * Whether the principal of `access_log.full_entry entry` is outside the municipality. Written as the condition of the index
 * `entry_disclosed`: PostgreSQL does not find an index by a parameter.
 */
export const isByPartner: Sql<boolean> = sql`(entry.role = any (array[${sql.join(
  partnerRoles.map((role) => sql.lit(role)),
  sql`, `,
)}]))`;

/** Whether `access_log.full_entry entry` is about a use of an account; false if that is erased. */
export const isAccountAct: Sql<boolean> = sql`coalesce(entry.template ->> 'operationType' = 'account', false)`;

/** Whether `access_log.full_entry entry` records what the eraser's commands took out of the log. */
export const isErasure: Sql<boolean> = sql`(entry.role = 'ERASER' and entry.template ->> 'operationType' = 'command')`;

/** The rule under which `access_log.full_entry entry` took segments out of the log; null if it did not. */
export const erasureRule: Sql<string | null> = sql`(case when ${isErasure} then entry.template -> 'rootFields' ->> 1 end)`;

/**
 * Whether `access_log.full_entry entry` hides its data subjects from all readers of the whole log: it is about a use of an account, or
 * records an erasure. Anyone can try a password of a known person at a known time, and would find the pseudonym of that person in the
 * entry. An erasure names the person and the entries whose parts are gone. True if the kind of entry is erased.
 */
export const hidesPeople: Sql<boolean> = sql`coalesce(entry.template ->> 'operationType' = 'account' or ${isErasure}, true)`;

/** Whether `access_log.full_entry entry` records an operation or command, not a token that a partner obtained. */
export const isNoAccountAct: Sql<boolean> = sql`(entry.template ->> 'operationType' <> 'account')`;

/** Whether a mandate is among the mandates of `access_log.full_entry entry`; true if they are erased, because it could be one of them. */
export function mandateIs(id: Sql): Sql<boolean> {
  return sql`coalesce(entry.erased ? '1' or ${id} = any(entry.authority_ids), false)`;
}

/** The purpose of `access_log.full_entry entry`; empty if it has none. */
export const purposeOfEntry: Sql<string> = sql`coalesce(entry.template ->> 'purpose', '')`;

/** Whether the purpose of `access_log.full_entry entry` is one of these. */
export function purposeAmong(purposes: readonly Purpose[]): Sql<boolean> {
  return sql`(${purposeOfEntry} = any(${[...purposes]}::text[]))`;
}

/** Whether the case of `access_log.full_entry entry` is a row of a table, named `of_case`, for which the condition holds. */
export function caseIsIn(table: 'ticket' | 'request' | 'encounter', condition: Sql<boolean>): Sql<boolean> {
  // `offset 0` makes PostgreSQL find the row by its key. Otherwise it may read the whole table once.
  return sql`exists (select from (select entry.case_id as id offset 0) named
    join recreation.${sql.raw(table)} of_case on of_case.id = named.id where ${condition})`;
}

/** Whether the principal of `access_log.full_entry entry` has this id. */
export function isReadBy(principalId: string | null): Sql<boolean> {
  return sql`coalesce(entry.principal_id = ${principalId}::uuid, false)`;
}

/**
 * Whether `access_log.full_entry entry` has one of the purposes, or names a schema coordinate with this word among its root fields or in
 * its view for the person of `about`.
 */
export function showsAny(word: string, purposes: readonly Purpose[]): Sql<boolean> {
  return sql`(${purposeAmong(purposes)} or exists (
    select from jsonb_array_elements_text(
      entry.template -> 'rootFields' || (${viewOfPerson} -> 'released') || (${viewOfPerson} -> 'withheld')) seen (coordinate)
    where seen.coordinate ilike ${sql.lit(`%${word}%`)}))`;
}
