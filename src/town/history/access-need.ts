import { sql, type Sql } from '../../platform/sql/sql.ts';
import type { Role, RowScope } from '../shared/graphql/generated/schema.ts';
import { encounterIdleMinutes } from '../shared/access/open-case.ts';
import { privacyRequestInScope, privacyRequestsWithResident } from '../requests/privacy-requests.ts';
import type { Viewer } from '../shared/access/scope.ts';
import { ticketInScope, ticketsWithResident } from '../helpdesk/tickets/tickets.ts';

/** The row scopes in which each role that sees access histories may read tickets and requests. */
const readable: Partial<Record<Role, { readonly tickets: RowScope; readonly requests: RowScope }>> = {
  RESIDENT: { tickets: 'CARE', requests: 'CARE' },
  PRIVACY_OFFICER: { tickets: 'OPEN_REQUEST', requests: 'QUEUE' },
};

/**
 * The case or mandate that made a read necessary, as JSON with kind, reference, openedAt and closedAt; null if there was none. A guardian
 * sees a minor's ticket or request here only if the guardian may also read it: the right to the access history does not include the right
 * to the ticket or request.
 * @param relationship the relationship of the reader to the person
 * @param ids the ids of the read's case and mandate, as SQL
 * @param subject the id of the person: how another person was identified is not information about this one
 * @param told gives the part of an instant that may be shown
 */
export function needOf(
  viewer: Viewer,
  now: Date,
  relationship: Sql,
  ids: { readonly case: Sql; readonly mandate: Sql },
  subject: Sql,
  told: (instant: Sql) => Sql,
): Sql {
  const needJson = (kind: string, reference: Sql, openedAt: Sql, closedAt: Sql): Sql =>
    sql`jsonb_build_object('kind', ${sql.lit(kind)}, 'reference', ${reference}, 'openedAt', ${told(openedAt)}, 'closedAt', ${told(closedAt)})`;
  const scopes = readable[viewer.role];
  const caseId = sql`(${ids.case})::uuid`;
  // An encounter without a recorded end ends when its idle time runs out.
  const idleSince = sql`encounter.last_active_at + make_interval(mins => ${encounterIdleMinutes})`;
  return sql`case ${relationship}
    when 'ENCOUNTER' then (
      select ${needJson('ENCOUNTER', sql`null`, sql`encounter.started_at`, sql`coalesce(encounter.ended_at, case when ${idleSince} <= ${now} then ${idleSince} end)`)}
        || jsonb_build_object('identifiedBy', case when encounter.resident_id = ${subject} then encounter.identified_by end)
      from recreation.encounter encounter where encounter.id = ${caseId})
    when 'ASSIGNED_TICKET' then (
      select ${needJson('TICKET', sql`ticket.number`, sql`ticket.opened_at`, sql`ticket.closed_at`)}
      from ${ticketsWithResident} where ticket.id = ${caseId} and ${ticketInScope(scopes?.tickets, viewer)})
    when 'OPEN_REQUEST' then (
      select ${needJson('REQUEST', sql`request.number`, sql`request.filed_at`, sql`coalesce(request.answered_at, request.withdrawn_at)`)}
      from ${privacyRequestsWithResident} where request.id = ${caseId} and ${privacyRequestInScope(scopes?.requests, viewer)})
    when 'MANDATE' then (
      select ${needJson('MANDATE', sql`mandate.kind`, sql`mandate.valid_from`, sql`least(mandate.valid_until, mandate.revoked_at)`)}
      from recreation.mandate mandate where mandate.id = (${ids.mandate})::uuid)
  end`;
}
