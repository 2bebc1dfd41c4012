import type { Reader } from '../../../engine/rows/reader.ts';
import { aboutPerson } from '../../../engine/rows/row.ts';
import { sql, type Sql } from '../../../platform/sql/sql.ts';
import type * as Types from '../../shared/graphql/generated/schema.ts';
import { project, type Columns } from '../../shared/rows/columns.ts';
import type { Row } from '../../shared/rows/row.ts';
import type { Viewer } from '../../shared/access/scope.ts';

/** The kinds of cases that have messages. */
type CaseWithMessages = 'ticket' | 'request';

/** A new message. */
export interface Message {
  /** The new message's id. */
  readonly messageId: string;
  readonly body: string;
}

/** The author of a message. */
export interface AuthorKey {
  readonly type: 'Resident' | 'Employee';
  readonly id: string;
}

const shared: Columns<Types.TicketMessage & Types.PrivacyRequestMessage, 'id'> = {
  body: sql`message.body`,
  sentAt: sql`message.sent_at`,
  fromStaff: sql`message.author_employee_id is not null`,
  fromGuardian: sql`coalesce(message.author_resident_id <> of_case.resident_id, false)`,
  // An AuthorKey: the resolver loads the row by it.
  author: sql`json_build_object(
    'type', case when message.author_resident_id is null then 'Employee' else 'Resident' end,
    'id', coalesce(message.author_resident_id, message.author_employee_id))`,
};

const columns = {
  ticket: shared,
  // An answer from before the request was reopened can have an author who is no longer on record.
  request: { ...shared, fromStaff: sql`(message.author_employee_id is not null or message.is_answer)` },
};

const messagesWithCase: Readonly<Record<CaseWithMessages, Sql>> = {
  ticket: sql`recreation.ticket_message message join recreation.ticket of_case on of_case.id = message.ticket_id`,
  request: sql`recreation.request_message message join recreation.request of_case on of_case.id = message.request_id`,
};

/** Reads the messages about each case, oldest first, in one batch. Their data subject is that of the case. */
export async function readMessages<Type extends Types.TicketMessage | Types.PrivacyRequestMessage>(
  reader: Reader,
  kind: CaseWithMessages,
  caseIds: readonly string[],
  fields: ReadonlySet<string>,
): Promise<ReadonlyMap<string, readonly Row<Type>[]>> {
  const { rows } = await sql<Row<Type> & { caseId: string; subjectId: string }>`
    select message.id, of_case.id as "caseId", coalesce(of_case.resident_id, of_case.id) as "subjectId", ${project(columns[kind], fields)}
    from ${messagesWithCase[kind]}
    where of_case.id = any(${[...caseIds]}::uuid[]) order by message.sent_at, message.id`.execute(reader.database);
  return Map.groupBy(
    rows.map((row) => aboutPerson(row, row.subjectId)),
    ({ caseId }) => caseId,
  );
}

/**
 * The statement that adds a message of the viewer to a case.
 * @param from the text after `select … from`, with the case as `found.id`; no row: no message
 */
export function insertMessage({ now }: Reader, viewer: Viewer, kind: CaseWithMessages, from: Sql, { messageId, body }: Message): Sql {
  const author = sql.raw(viewer.role === 'RESIDENT' ? 'author_resident_id' : 'author_employee_id');
  return sql`
    insert into ${tables[kind]} (id, ${sql.raw(`${kind}_id`)}, ${author}, body, sent_at)
    select ${messageId}::uuid, found.id, ${viewer.principalId ?? null}::uuid, ${body}, ${now}::timestamptz from ${from}`;
}

const tables: Readonly<Record<CaseWithMessages, Sql>> = {
  ticket: sql`recreation.ticket_message`,
  request: sql`recreation.request_message`,
};
