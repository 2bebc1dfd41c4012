import { sql, type Sql } from '../sql.ts';
import { caseId, purposeAmong } from './entry-parts.ts';
import type { Asker } from './scope.ts';

/**
 * Whether `access_log.entry entry` tells a guardian of a sensitive ticket (clause `helpdesk`) of the person of
 * `access_log.opening about`, or could: what shows tickets is told of where it is of a ticket that the guardian may
 * know, whether or not there is another. A guardian's own look shows nothing of a sensitive one, so it stays.
 */
export function isOfSensitiveTicket({ role, principalId }: Asker): Sql<boolean> {
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
 * Whether `recreation.ticket ticket` is sealed towards whoever reads it: a sensitive one towards a resident who
 * is not the one that asked, who can only be a guardian (clause `helpdesk`).
 */
export function isTicketSealed({ role, principalId }: Asker): Sql<boolean> {
  if (role !== 'RESIDENT') return sql`false`;
  return sql`(ticket.sensitive and ticket.resident_id is distinct from ${principalId ?? null}::uuid)`;
}
