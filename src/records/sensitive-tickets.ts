import { sql, type Sql } from '../sql.ts';
import { caseId, purposeAmong } from './entry-parts.ts';
import type { Viewer } from './scope.ts';

/**
 * Whether `access_log.entry entry` reveals, or could reveal, to a guardian a sensitive ticket (clause `helpdesk`) of the
 * person of `access_log.opening about`. An entry that shows tickets is visible to the guardian if it is about a ticket that
 * the guardian may know, whether or not there is a sensitive one. A guardian's own read shows no sensitive ticket, so it stays.
 */
export function isOfSensitiveTicket({ role, principalId }: Viewer): Sql<boolean> {
  if (role !== 'RESIDENT') return sql`false`;
  const principal = principalId ?? null;
  // The case is read once and the ticket by its key; else the case would be read for every ticket that there is.
  const isCase = (which: Sql<boolean>): Sql<boolean> =>
    sql`exists (select from (select ${caseId} as id offset 0) matter join recreation.ticket ticket on ticket.id = matter.id where ${which})`;
  return sql`(about.subject_id is distinct from ${principal}::uuid
    and (${isCase(sql`ticket.sensitive`)} or ${showsTickets} and not ${isCase(sql`ticket.resident_id = about.subject_id and not ticket.sensitive`)})
    and not exists (
      select from access_log.opening reader where reader.seq = entry.seq and reader.month = entry.month and reader.ordinal = 0
        and reader.content ->> 'id' = ${principal}::text))`;
}

const view = sql`(entry.views -> about.seen::integer)`;

const showsTickets = sql<boolean>`(${purposeAmong(['CUSTOMER_SUPPORT'])} or exists (
  select from jsonb_array_elements_text(entry.header -> 'rootFields' || (${view} -> 'released') || (${view} -> 'withheld')) seen (coordinate)
  where seen.coordinate ilike '%ticket%'))`;

/**
 * Whether `recreation.ticket ticket` is sealed towards the reader. A sensitive ticket is sealed towards residents other
 * than its author, who can only be guardians (clause `helpdesk`).
 */
export function isTicketSealed({ role, principalId }: Viewer): Sql<boolean> {
  if (role !== 'RESIDENT') return sql`false`;
  return sql`(ticket.sensitive and ticket.resident_id is distinct from ${principalId ?? null}::uuid)`;
}
