import { sql, type Sql } from '../../../platform/sql/sql.ts';
import type { Viewer } from '../../shared/access/scope.ts';

/**
 * When the oldest message was sent that the viewer has not marked as read, in `recreation.ticket ticket`; null if there is none. Own
 * messages are read. Only residents have marks: what an employee has read says nothing about the resident.
 */
export function unreadSince({ role, principalId }: Viewer): Sql {
  if (role !== 'RESIDENT') return sql`null::timestamptz`;
  const reader = sql`${principalId ?? null}::uuid`;
  // A mark is the `sentAt` of an answer, which has milliseconds.
  return sql`(select min(message.sent_at) from recreation.ticket_message message
    where message.ticket_id = ticket.id and message.author_resident_id is distinct from ${reader}
      and not exists (select from recreation.ticket_read mark where mark.ticket_id = ticket.id and mark.reader_id = ${reader}
        and mark.read_at >= date_trunc('milliseconds', message.sent_at)))`;
}
