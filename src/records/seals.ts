import { sql, type RawBuilder } from 'kysely';
import type { Purpose, RowScope } from '../generated/schema.ts';
import { isApproved, isAwaited, isRecent } from './mandate-seals.ts';
import type { Asker } from './scope.ts';

/** What is done about an order rather than under it: recording and approving it, and going through the log that holds its reads. */
const aboutOrders: readonly Purpose[] = ['MANDATE_ADMINISTRATION', 'ACCESS_REVIEW', 'CONTROL_AUDIT'];

/** Who goes through the whole log, and so finds everybody in it. */
const aboutTheLog: readonly Purpose[] = ['ACCESS_REVIEW', 'CONTROL_AUDIT'];

/**
 * Whether an access entry is sealed at an instant towards whoever reads it as being about one data subject: a
 * predicate over `access_log.entry entry` and that person's `access_log.opening about`, of the same (seq, month).
 * It is never null, and its form depends on scope and role alone: a sealed entry costs what an absent one does.
 *
 * Sealed towards a resident and a guardian (scope CARE), and towards the privacy officer who answers a resident
 * (scope OPEN_REQUEST), who would tell them: reads under a sealed order (clause `police`), and the traces of that
 * order which others leave. Sealed towards guardians: the helpdesk's contacts with a minor who has marked one
 * sensitive (clause `helpdesk`). Nothing is sealed towards the review of the log and an audit (scopes ALL and
 * MANDATE): somebody must always be able to see every read. Where a case was erased, it counts as the sealed one.
 */
export function isSealedTowards(scope: RowScope | undefined, asker: Asker, now: Date): RawBuilder<boolean> {
  if (scope === 'ALL' || scope === 'MANDATE') return sql`false`;
  return sql`(${isUnderSealedOrder(now)} or ${isAboutSealedOrder(now)} or ${isOfSensitiveTicket(asker)})`;
}

function isUnderSealedOrder(now: Date): RawBuilder<boolean> {
  return sql`(entry.role = 'LAW_ENFORCEMENT' and exists (
    select from recreation.mandate_seal seal
    where seal.sealed_until > ${now}::timestamptz and ${isApproved} and ${matterIs('mandate', sql`seal.mandate_id`)}))`;
}

// An officer who picks, records, approves or reviews somebody's order leaves an entry about that person, at a telling
// time; the day before is when the person was looked up. So does the reader of the log, only because the police's entry
// is there. What was done before stays: that it vanished would tell. A seal that waits for its approvals counts as well,
// while the order is being prepared; not for ever, or an officer alone could hide the own reads with it.
function isAboutSealedOrder(now: Date): RawBuilder<boolean> {
  return sql`(${purposeAmong(aboutOrders)} and exists (
    select from recreation.mandate_subject named
    join recreation.mandate ordered on ordered.id = named.mandate_id
    join recreation.mandate_seal seal on seal.mandate_id = named.mandate_id
    where named.resident_id = about.subject_id
      and entry.at::timestamptz >= ordered.recorded_at - case when ${purposeAmong(aboutTheLog)} then interval '0' else interval '24 hours' end
      and ((seal.sealed_until > ${now}::timestamptz and ${isApproved}) or (${isAwaited(now)} and ${isRecent(now)}))))`;
}

// A guardian's own look shows nothing of a sensitive ticket, so it stays. What others saw would tell that there is a
// ticket, if the guardian knew of none: the look of the minor, or of the officer who answers the minor.
function isOfSensitiveTicket({ role, principalId }: Asker): RawBuilder<boolean> {
  if (role !== 'RESIDENT') return sql`false`;
  const principal = principalId ?? null;
  return sql`(about.subject_id is distinct from ${principal}::uuid and exists (
      select from recreation.ticket ticket
      where ticket.resident_id = about.subject_id and ticket.sensitive and ticket.opened_at <= entry.at::timestamptz
        and (${matterIs('case', sql`ticket.id`)} or ${purposeAmong(aboutTheLog)} or ${showsTickets} and not exists (
          select from recreation.ticket known
          where known.resident_id = about.subject_id and not known.sensitive and known.opened_at <= entry.at::timestamptz)))
    and not exists (
      select from access_log.opening reader where reader.seq = entry.seq and reader.month = entry.month and reader.ordinal = 0
        and reader.content ->> 'id' = ${principal}::text))`;
}

const showsTickets = sql<boolean>`exists (
  select from jsonb_array_elements_text(entry.header -> 'rootFields' || (entry.views -> about.seen::integer -> 'released')) seen (coordinate)
  where seen.coordinate ilike '%ticket%')`;

/** Whether the entry's case or mandate is this one; an erased one could be. */
function matterIs(kind: 'case' | 'mandate', id: RawBuilder<unknown>): RawBuilder<boolean> {
  return sql`(coalesce((
    select coalesce(matter.content ->> ${sql.lit(kind)}, '') from access_log.opening matter
    where matter.seq = entry.seq and matter.month = entry.month and matter.ordinal = 1), ${id}::text) = ${id}::text)`;
}

function purposeAmong(purposes: readonly Purpose[]): RawBuilder<boolean> {
  return sql`(coalesce(entry.header ->> 'purpose', '') = any(${[...purposes]}::text[]))`;
}

/**
 * Whether `recreation.ticket ticket` is sealed towards whoever reads it: a sensitive one towards a resident who
 * is not the one that asked, who can only be a guardian (clause `helpdesk`).
 */
export function isTicketSealed({ role, principalId }: Asker): RawBuilder<boolean> {
  if (role !== 'RESIDENT') return sql`false`;
  return sql`(ticket.sensitive and ticket.resident_id is distinct from ${principalId ?? null}::uuid)`;
}
