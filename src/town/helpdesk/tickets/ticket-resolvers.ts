import { aboutPerson } from '../../../engine/rows/row.ts';
import type { Resolvers } from '../../shared/graphql/generated/resolvers.ts';
import type { TicketMessage } from '../../shared/graphql/generated/schema.ts';
import { emptyPage } from '../../shared/rows/first-pages.ts';
import { endOfList, type Page, type PageRequest } from '../../shared/rows/page.ts';
import type { Row } from '../../shared/rows/row.ts';
import { readMessages, type AuthorKey } from '../messages/messages.ts';
import { readFirstTickets, readTicket, readTickets, readTicketsOf } from './tickets.ts';
import { viewerOf, fieldsOf, idFrom, shownNumber } from '../../shared/graphql/viewer.ts';
import { connect } from '../../shared/graphql/connection.ts';
import { employeeById } from '../../staff/employee-by-id.ts';
import { residentById } from '../../people/resident-by-id.ts';

export const tickets: Resolvers = {
  Query: {
    ticket: async (_parent, { id }, { request }) => {
      const scope = request.plan?.scopeOf('Query.ticket');
      const ticketId = idFrom(request, id, 'Query.ticket(id:)');
      const found = await readTicket(request.reader, scope, viewerOf(request), ticketId, fieldsOf(request, 'Ticket'));
      if (found) request.seenSubjects.noteCase(ticketId);
      return found ?? null;
    },
    tickets: (_parent, { first, after, last, before, ...given }, { request }) => {
      const scope = request.plan?.scopeOf('Query.tickets');
      const assigneeId = given.assigneeId ? idFrom(request, given.assigneeId, 'Query.tickets(assigneeId:)') : undefined;
      const wanted = { ...given, assigneeId };
      const asked = { first, after, last, before };
      return connect(request, { list: 'Query.tickets', type: 'TicketConnection', filter: wanted }, asked, (page) =>
        readTickets(request.reader, scope, viewerOf(request), wanted, page, fieldsOf(request, 'Ticket')),
      );
    },
  },
  Resident: {
    tickets: async (row, asked, { request }) => {
      const residentId = String(row.id);
      const fields = fieldsOf(request, 'Ticket');
      const read = async (page: PageRequest): Promise<Page> => {
        const end = endOfList(page);
        if (end === undefined) return readTicketsOf(request.reader, viewerOf(request), residentId, page, fields);
        const found = await request.loaders.load(`Resident.tickets ${end}`, residentId, (ids) =>
          readFirstTickets(request.reader, viewerOf(request), ids, page, fields),
        );
        return found ?? emptyPage;
      };
      const name = { list: `Resident.tickets ${residentId}`, type: 'TicketHistoryConnection' } as const;
      return aboutPerson(await connect(request, name, asked, read), residentId);
    },
  },
  Ticket: {
    number: (row, _arguments, { request }) => shownNumber(request, row.number)!,
    assignee: (row, _arguments, { request }) => employeeById(request, row.assignee),
    requester: (row, _arguments, { request }) => residentById(request, row.residentId),
    messages: async (row, _arguments, { request }) => {
      const found = await request.loaders.load<readonly Row<TicketMessage>[]>('Ticket.messages', String(row.id), (ids) =>
        readMessages(request.reader, 'ticket', ids, fieldsOf(request, 'TicketMessage')),
      );
      return found ?? [];
    },
  },
  TicketMessage: {
    author: async (row, _arguments, { request }) => {
      const { type, id } = row.author as AuthorKey;
      const author = await (type === 'Resident' ? residentById(request, id) : employeeById(request, id));
      return author && { ...author, __typename: type };
    },
  },
};
