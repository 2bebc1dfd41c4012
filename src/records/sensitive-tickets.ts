import { sql, type Sql } from '../sql.ts';
import { caseId, purposeAmong } from './entry-parts.ts';
import type { Viewer } from './scope.ts';

/**
 * Whether `access_log.entry entry` could reveal to a guardian that the person of `access_log.opening about` has a sensitive
 * ticket (clause `helpdesk`). An entry that shows tickets stays visible if its case is a ticket that the guardian may see. This
 * holds whether or not the person has a sensitive ticket. The guardian's own reads stay visible: they show no sensitive ticket.
 */
export function isOfSensitiveTicket({ role, principalId }: Viewer): Sql<boolean> {
  if (role !== 'RESIDENT') return sql`false`;
  const principal = principalId ?? null;
  // `offset 0` makes PostgreSQL read the case once and find the ticket by its key. Otherwise it reads the case again for every
  // ticket in the table.
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
 * Whether `recreation.ticket ticket` is sealed towards the viewer (clause `helpdesk`). A sensitive ticket is sealed towards
 * every resident except its author. Only guardians of the author can reach it otherwise.
 */
export function isTicketSealed({ role, principalId }: Viewer): Sql<boolean> {
  if (role !== 'RESIDENT') return sql`false`;
  return sql`(ticket.sensitive and ticket.resident_id is distinct from ${principalId ?? null}::uuid)`;
}
