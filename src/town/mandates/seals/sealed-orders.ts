import { sql, textArray, type Sql } from '../../../platform/sql/sql.ts';
import { mandateIs, purposeAmong } from '../../history/entries/entry-parts.ts';
import { isApproved, isAwaited } from './mandate-seals.ts';
import { postingRules } from '../../history/places/posting-rules.ts';

// The partners whose reads a court order can keep secret from the data subjects.
const sealable = sql.raw(textArray(postingRules.sealableRoles));

/** The mandates with a seal in effect, as an array that PostgreSQL reads once for a statement. */
export function sealedMandates(now: Date): Sql {
  return sql`array(select seal.mandate_id from recreation.mandate_seal seal where seal.sealed_until > ${now}::timestamptz and ${isApproved})`;
}

/** Whether a mandate is sealed. */
export function isMandateSealed(id: Sql, now: Date): Sql<boolean> {
  return sql`(${id} = any(${sealedMandates(now)}))`;
}

/**
 * Whether `access_log.full_entry entry` is a read under a sealed order (clause `police`). If the entry's mandate was erased, any
 * sealed order could be that mandate, so the entry counts as sealed.
 */
export function isUnderSealedOrder(now: Date): Sql<boolean> {
  return sql`(entry.role = any(${sealable}) and exists (
    select from recreation.mandate_seal seal
    where seal.sealed_until > ${now}::timestamptz and ${isApproved} and ${mandateIs(sql`seal.mandate_id`)}))`;
}

/**
 * Whether `access_log.full_entry entry` reveals a sealed order about the person of `about`.
 *
 * An officer who records, approves or reviews an order causes an entry about each person that the order names. That entry is
 * shown when the order's reads are shown. It is also hidden while the order awaits approval, but only for a limited time:
 * otherwise an officer could hide their own reads by preparing an order. An entry about work on another mandate is not hidden.
 *
 * A read by an officer without a mandate may prepare an order. It is hidden from every person for 24 hours, and for longer only
 * if a sealed order about that person followed. So no entry disappears after it was shown.
 */
export function isAboutSealedOrder(now: Date): Sql<boolean> {
  const ordersOfThePerson = sql`
    from recreation.mandate_subject named
    join recreation.mandate ordered on ordered.id = named.mandate_id and ordered.recorded_at < ${dayAfterEntry}
    left join recreation.mandate_seal seal on seal.mandate_id = named.mandate_id
      and (seal.sealed_until > ${now}::timestamptz and ${isApproved} or not seal.extends and ${isAwaited(now)})
    where named.resident_id = about.subject_id`;
  const concerned = mandateIs(sql`named.mandate_id`);
  return sql`(${purposeAmong(['MANDATE_ADMINISTRATION'])} and (
    exists (select ${ordersOfThePerson} and seal.id is not null and ${concerned})
    or not exists (select ${ordersOfThePerson} and ${concerned}) and (
      ${dayAfterEntry} > ${now}::timestamptz
      or exists (select ${ordersOfThePerson} and seal.id is not null and ordered.recorded_at >= entry.at))))`;
}

const dayAfterEntry = sql`(entry.at + interval '24 hours')`;
