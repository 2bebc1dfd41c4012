import { anonymousSenderOf } from '../shared/resolver-parts.ts';
import type { Resolvers } from '../shared/graphql/generated/resolvers.ts';
import type { PrivacyRequestMessage } from '../shared/graphql/generated/schema.ts';
import { readMessages } from '../helpdesk/messages/messages.ts';
import { readPrivacyRequest, readPrivacyRequests } from './privacy-requests.ts';
import { readRequestByCode, readRequestState } from './request-state.ts';
import type { Row } from '../shared/rows/row.ts';
import { viewerOf, fieldsOf, idFrom, shownEntryId, shownNumber } from '../shared/graphql/viewer.ts';
import { connect } from '../shared/graphql/connection.ts';
import { employeeById } from '../staff/employee-by-id.ts';
import { noteSender } from './senders/note-sender.ts';
import { residentById } from '../people/resident-by-id.ts';

export const requests: Resolvers = {
  Query: {
    requestState: async (_parent, { number, code }, { request }) => {
      if (request.plan?.scopeOf('Query.requestState') !== 'OPEN') return null;
      const { reader, pseudonyms } = request;
      return (await anonymousSenderOf(request).find(() => readRequestState(reader, pseudonyms, number, code))) ?? null;
    },
    requestByCode: async (_parent, { number, code }, { request }) => {
      if (request.plan?.scopeOf('Query.requestByCode') !== 'SELF') return null;
      const { reader, pseudonyms } = request;
      const fields = fieldsOf(request, 'PrivacyRequest');
      const found = await anonymousSenderOf(request).find(() => readRequestByCode(reader, pseudonyms, number, code, fields));
      if (found) noteSender(request, String(found.subjectId));
      return found ?? null;
    },
    request: async (_parent, { id }, { request }) => {
      const scope = request.plan?.scopeOf('Query.request');
      const requestId = idFrom(request, id, 'Query.request(id:)');
      const found = await readPrivacyRequest(request.reader, scope, viewerOf(request), requestId, fieldsOf(request, 'PrivacyRequest'));
      return found ?? null;
    },
    requests: (_parent, { first, after, last, before, ...given }, { request }) => {
      const scope = request.plan?.scopeOf('Query.requests');
      const assigneeId = given.assigneeId ? idFrom(request, given.assigneeId, 'Query.requests(assigneeId:)') : undefined;
      const wanted = { ...given, assigneeId };
      const asked = { first, after, last, before };
      return connect(request, { list: 'Query.requests', type: 'PrivacyRequestConnection', filter: wanted }, asked, (page) =>
        readPrivacyRequests(request.reader, scope, viewerOf(request), wanted, page, fieldsOf(request, 'PrivacyRequest')),
      );
    },
  },
  PrivacyRequest: {
    number: (row, _arguments, { request }) => shownNumber(request, row.number)!,
    questionedEntry: (row, _arguments, { request }) =>
      typeof row.questionedEntry === 'string' ? shownEntryId(request, row.questionedEntry) : null,
    assignee: (row, _arguments, { request }) => employeeById(request, row.assignee),
    requester: (row, _arguments, { request }) => residentById(request, row.residentId),
    messages: async (row, _arguments, { request }) => {
      const found = await request.loaders.load<readonly Row<PrivacyRequestMessage>[]>('PrivacyRequest.messages', String(row.id), (ids) =>
        readMessages(request.reader, 'request', ids, fieldsOf(request, 'PrivacyRequestMessage')),
      );
      return found ?? [];
    },
  },
};
