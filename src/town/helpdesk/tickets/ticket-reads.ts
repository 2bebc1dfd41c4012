import type { Reader } from '../../../engine/rows/reader.ts';
import { sql } from '../../../platform/sql/sql.ts';
import { PrivacyError } from '../../../platform/errors/errors.ts';
import type { RowScope } from '../../shared/graphql/generated/schema.ts';
import type { Viewer } from '../../shared/access/scope.ts';
import { ticketInScope, ticketsWithResident } from './tickets.ts';

/**
 * Marks the messages of a ticket within a scope as read by the viewer, up to an instant. The viewer's own mark only moves forward, and
 * never beyond now: a future message must not count as read.
 * @param readUntil RFC 3339 date-time
 * @returns the id of the ticket's resident
 * @throws PrivacyError NOT_FOUND
 */
export async function writeTicketRead(
  reader: Reader,
  scope: RowScope | undefined,
  viewer: Viewer,
  ticketId: string,
  readUntil: string,
): Promise<string> {
  const { rows } = await sql<{ residentId: string }>`
    with found as (
      select ticket.id, ticket.resident_id from ${ticketsWithResident}
      where ticket.id = ${ticketId}::uuid and ${ticketInScope(scope, viewer)}),
    marked as (
      insert into recreation.ticket_read (ticket_id, reader_id, read_at)
      select found.id, ${viewer.principalId ?? null}::uuid, least(${readUntil}::timestamptz, ${reader.now}::timestamptz) from found
      on conflict (ticket_id, reader_id) do update set read_at = greatest(ticket_read.read_at, excluded.read_at))
    select resident_id as "residentId" from found`.execute(reader.database);
  if (!rows[0]) throw new PrivacyError('NOT_FOUND');
  return rows[0].residentId;
}
