import type { RequestContext } from '../../../engine/request-context.ts';
import type { TicketPayload } from '../../shared/graphql/generated/schema.ts';
import { PrivacyError } from '../../../platform/errors/errors.ts';
import type { Resolvers } from '../../shared/graphql/generated/resolvers.ts';
import type { Row } from '../../shared/rows/row.ts';
import { writeAssignee, writeClosing, writeReopening, writeReply, writeSensitive, writeTicket } from './ticket-writes.ts';
import { writeTicketRead } from './ticket-reads.ts';
import { readTicket } from './tickets.ts';
import { viewerOf, fieldsOf, idFrom } from '../../shared/graphql/viewer.ts';
import { claimKey } from '../../people/claims/claim-key.ts';
import { checkInput, touch } from '../../shared/graphql/check-input.ts';
import { openTicketForm, replyForm } from './ticket-inputs.ts';

export const ticketMutations: Resolvers = {
  Mutation: {
    openTicket: async (_parent, { input }, { request }) => {
      const { reader, plan } = request;
      const question = checkInput('OpenTicketInput', openTicketForm, input);
      const scope = plan?.scopeOf('Mutation.openTicket');
      const { id, isRepeated } = await claimKey(request, 'OpenTicketInput', input);
      const ticket = { id, topic: input.topic, sensitive: input.sensitive ?? false, ...question, messageId: request.newId() };
      const residentId = isRepeated
        ? (await readTicket(reader, scope, viewerOf(request), id, new Set()))?.residentId
        : await writeTicket(reader, scope, viewerOf(request), ticket);
      if (!residentId) throw new PrivacyError('NOT_FOUND');
      // The ticket of the case stays the case of a support employee: the new ticket is about the same person.
      return shown(request, residentId, id, 'Mutation.openTicket');
    },
    replyToTicket: async (_parent, { input }, { request }) => {
      const { reader, plan } = request;
      const id = idFrom(request, input.ticketId, 'ReplyToTicketInput.ticketId');
      const message = { ...checkInput('ReplyToTicketInput', replyForm, input), messageId: request.newId() };
      const residentId = await writeReply(reader, plan?.scopeOf('Mutation.replyToTicket'), viewerOf(request), id, message);
      return changed(request, residentId, id, 'Mutation.replyToTicket');
    },
    assignTicket: async (_parent, { input }, { request }) => {
      const { reader, plan } = request;
      const id = idFrom(request, input.ticketId, 'AssignTicketInput.ticketId');
      const viewer = viewerOf(request);
      const employeeId = input.employeeId ? idFrom(request, input.employeeId, 'AssignTicketInput.employeeId') : viewer.principalId;
      if (employeeId === undefined) throw new PrivacyError('NOT_FOUND');
      const residentId = await writeAssignee(reader, plan?.scopeOf('Mutation.assignTicket'), viewer, id, employeeId);
      if (employeeId !== viewer.principalId) request.endedCases.add(id);
      return changed(request, residentId, id, 'Mutation.assignTicket');
    },
    closeTicket: async (_parent, { input }, { request }) => {
      const { reader, plan } = request;
      const id = idFrom(request, input.ticketId, 'CloseTicketInput.ticketId');
      const residentId = await writeClosing(reader, plan?.scopeOf('Mutation.closeTicket'), viewerOf(request), id);
      request.endedCases.add(id);
      return changed(request, residentId, id, 'Mutation.closeTicket');
    },
    reopenTicket: async (_parent, { input }, { request }) => {
      const { reader, plan } = request;
      const id = idFrom(request, input.ticketId, 'ReopenTicketInput.ticketId');
      const residentId = await writeReopening(reader, plan?.scopeOf('Mutation.reopenTicket'), viewerOf(request), id);
      return changed(request, residentId, id, 'Mutation.reopenTicket');
    },
    markTicketRead: async (_parent, { input }, { request }) => {
      const id = idFrom(request, input.ticketId, 'MarkTicketReadInput.ticketId');
      const scope = request.plan?.scopeOf('Mutation.markTicketRead');
      const residentId = await writeTicketRead(request.reader, scope, viewerOf(request), id, input.readUntil);
      return changed(request, residentId, id, 'Mutation.markTicketRead');
    },
    markTicketSensitive: async (_parent, { input }, { request }) => {
      const { reader, plan } = request;
      const id = idFrom(request, input.ticketId, 'MarkTicketSensitiveInput.ticketId');
      const residentId = await writeSensitive(reader, plan?.scopeOf('Mutation.markTicketSensitive'), viewerOf(request), id);
      return changed(request, residentId, id, 'Mutation.markTicketSensitive');
    },
  },
};

/** Returns the payload with a ticket that was changed, which may now be a case, or no longer be one. */
async function changed(request: RequestContext, residentId: string, id: string, field: string): Promise<Row<TicketPayload>> {
  await request.changeCase(id);
  return shown(request, residentId, id, field);
}

/** Returns the payload with a ticket, as a query reads it. */
async function shown(request: RequestContext, residentId: string, id: string, field: string): Promise<Row<TicketPayload>> {
  const { reader, plan, relationships, seenSubjects } = request;
  // Selected with the ticket, unless it was selected with the case.
  const related = relationships?.get(residentId) ? undefined : reader.relationshipColumns;
  const ticket = await readTicket(reader, plan?.scopeOf(field), viewerOf(request), id, fieldsOf(request, 'Ticket'), related);
  await touch(request, residentId, field);
  seenSubjects.noteCase(id);
  return { ticket: ticket ?? null };
}
