import { sql } from '../sql.ts';
import type { TicketMessage } from '../generated/schema.ts';
import { project, type Columns } from './columns.ts';
import type { Reader } from './reader.ts';
import { aboutPerson, type Row } from './row.ts';

/** The author of a message. */
export interface AuthorKey {
  readonly type: 'Resident' | 'Employee';
  readonly id: string;
}

const columns: Columns<TicketMessage, 'id'> = {
  body: sql`message.body`,
  sentAt: sql`message.sent_at`,
  fromStaff: sql`message.author_employee_id is not null`,
  // An AuthorKey: the resolver loads the row by it.
  author: sql`json_build_object(
    'type', case when message.author_resident_id is null then 'Employee' else 'Resident' end,
    'id', coalesce(message.author_resident_id, message.author_employee_id))`,
};

/** Reads the messages of each ticket, oldest first, in one batch. Their data subject is the ticket's resident. */
export async function readMessages(
  reader: Reader,
  ticketIds: readonly string[],
  fields: ReadonlySet<string>,
): Promise<ReadonlyMap<string, readonly Row<TicketMessage>[]>> {
  const { rows } = await sql<Row<TicketMessage> & { ticketId: string; residentId: string }>`
    select message.id, message.ticket_id as "ticketId", ticket.resident_id as "residentId", ${project(columns, fields)}
    from recreation.ticket_message message join recreation.ticket ticket on ticket.id = message.ticket_id
    where ticket.id = any(${[...ticketIds]}::uuid[]) order by message.sent_at, message.id`.execute(reader.database);
  return Map.groupBy(
    rows.map((row) => aboutPerson(row, row.residentId)),
    ({ ticketId }) => ticketId,
  );
}
