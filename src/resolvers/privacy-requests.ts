import type { RequestContext } from '../context.ts';
import { PrivacyError } from '../errors.ts';
import type { Resolvers } from './generated.ts';
import type { FileRequestInput, PrivacyRequestKind, PrivacyRequestPayload } from '../generated/schema.ts';
import { readPrivacyRequest, readPrivacyRequests } from '../records/privacy-requests.ts';
import {
  readFiled,
  writeAnswer,
  writePrivacyRequest,
  writePrivacyRequestAssignee,
  type Filing,
} from '../records/privacy-request-writes.ts';
import type { Row } from '../records/row.ts';
import { viewerOf, fieldsOf, entryIdFrom, idFrom, shownEntryId } from './viewer.ts';
import { claimKey, type Sender } from './claim-key.ts';
import { connect } from './connection.ts';
import { checkInput } from './inputs/check-input.ts';
import { employeeById } from './employee-by-id.ts';
import { answerForm, fileRequestForm, sendContactCodeForm } from './inputs/privacy-request-inputs.ts';
import { residentById } from './resident-by-id.ts';
import { touch } from './touch.ts';

/** The kinds of requests that a person without an account may file (clause `contact`). All other kinds concern a record. */
const openKinds: readonly PrivacyRequestKind[] = ['QUESTION', 'COMMENT'];

export const requests: Resolvers = {
  Query: {
    request: async (_parent, { id }, { request }) => {
      const scope = request.plan?.scopeOf('Query.request');
      const requestId = idFrom(id, 'Query.request(id:)');
      const found = await readPrivacyRequest(request.reader, scope, viewerOf(request), requestId, fieldsOf(request, 'PrivacyRequest'));
      return found ?? null;
    },
    requests: (_parent, { first, after, last, before, ...given }, { request }) => {
      const scope = request.plan?.scopeOf('Query.requests');
      const assigneeId = given.assigneeId ? idFrom(given.assigneeId, 'Query.requests(assigneeId:)') : undefined;
      const wanted = { ...given, assigneeId };
      const asked = { first, after, last, before };
      return connect(request, { list: 'Query.requests', type: 'PrivacyRequestConnection', filter: wanted }, asked, (page) =>
        readPrivacyRequests(request.reader, scope, viewerOf(request), wanted, page, fieldsOf(request, 'PrivacyRequest')),
      );
    },
  },
  Mutation: {
    sendContactCode: async (_parent, { input }, { request }) => {
      if (!openKinds.includes(input.kind)) throw new PrivacyError('FIELD_NOT_PERMITTED', { reason: 'ACCOUNT_NEEDED' });
      const { body, contactEmail: contact } = checkInput('SendContactCodeInput', sendContactCodeForm, input);
      const until = await request.anonymousSender.sendCode({ kind: input.kind, body, contact }, (code) => request.words.codeMail(code));
      return { validUntil: until.toISOString() };
    },
    fileRequest: async (_parent, { input }, { request }) => {
      const scope = request.plan?.scopeOf('Mutation.fileRequest');
      if (scope === 'OPEN' && !openKinds.includes(input.kind)) throw new PrivacyError('FIELD_NOT_PERMITTED', { reason: 'ACCOUNT_NEEDED' });
      const entryId = questionedEntry(request, input);
      const { contactCode, ...letter } = checkInput('FileRequestInput', fileRequestForm, input);
      const filing = { kind: input.kind, entryId, ...letter };
      const sender = scope === 'OPEN' ? senderOf(request, filing, contactCode) : undefined;
      const { id, isRepeated } = await claimKey(request, 'FileRequestInput', input, sender);
      const viewer = viewerOf(request);
      const { receipt, subjectIds } = isRepeated
        ? await readFiled(request.reader, scope, viewer, id)
        : await writePrivacyRequest(request.records, request.reader, scope, viewer, { id, ...filing });
      // A person without an account has no relationships, so the new request is recorded without one.
      await request.relationships?.ensure(subjectIds);
      for (const subjectId of subjectIds) {
        const subject = request.relationships?.find(subjectId);
        if (subject) request.seenSubjects.mark(subject, 'Mutation.fileRequest');
      }
      return { receipt: { ...receipt } };
    },
    assignRequest: async (_parent, { input }, { request }) => {
      const { records, reader, plan } = request;
      const id = idFrom(input.requestId, 'AssignRequestInput.requestId');
      const viewer = viewerOf(request);
      const employeeId = input.employeeId ? idFrom(input.employeeId, 'AssignRequestInput.employeeId') : viewer.principalId;
      if (employeeId === undefined) throw new PrivacyError('NOT_FOUND');
      const subjectId = await writePrivacyRequestAssignee(records, reader, plan?.scopeOf('Mutation.assignRequest'), viewer, id, employeeId);
      if (employeeId !== viewer.principalId) request.endedCases.add(id);
      return changed(request, subjectId, id, 'Mutation.assignRequest');
    },
    answerRequest: async (_parent, { input }, { request }) => {
      const { records, reader, plan } = request;
      const id = idFrom(input.requestId, 'AnswerRequestInput.requestId');
      const { answer } = checkInput('AnswerRequestInput', answerForm, input);
      const subjectId = await writeAnswer(records, reader, plan?.scopeOf('Mutation.answerRequest'), viewerOf(request), id, answer);
      request.endedCases.add(id);
      return changed(request, subjectId, id, 'Mutation.answerRequest');
    },
  },
  PrivacyRequest: {
    questionedEntry: (row, _arguments, { request }) =>
      typeof row.questionedEntry === 'string' ? shownEntryId(request, row.questionedEntry) : null,
    assignee: (row, _arguments, { request }) => employeeById(request, row.assignee),
    requester: (row, _arguments, { request }) => residentById(request, row.residentId),
  },
};

/**
 * A sender without an account, who must prove the contact. A repeated request names the code that proved it, which is used up.
 * @throws PrivacyError INPUT_INVALID if contact or code is missing; `admit` as `AnonymousSender` says
 */
function senderOf(
  { anonymousSender, reader }: RequestContext,
  { kind, body, contactEmail: contact }: Omit<Filing, 'id'>,
  code: string | null | undefined,
): Sender {
  const missing = [...(contact ? [] : ['FileRequestInput.contactEmail']), ...(code ? [] : ['FileRequestInput.contactCode'])];
  if (!contact || !code) throw new PrivacyError('INPUT_INVALID', { reason: 'MISSING', coordinates: missing });
  return {
    contact,
    admit: (isRepeated) =>
      isRepeated ? anonymousSender.admitRepeated() : anonymousSender.admit({ kind, body, contact }, code, reader.database),
  };
}

/**
 * Reads the id of the entry that a request questions.
 * @throws PrivacyError INPUT_INVALID if a request of kind ACCESS_QUESTIONED has no entry, or another kind has one
 */
function questionedEntry(request: RequestContext, { kind, entryId }: FileRequestInput): string | null {
  const coordinate = 'FileRequestInput.entryId';
  const given = typeof entryId === 'string';
  if (given !== (kind === 'ACCESS_QUESTIONED')) {
    throw new PrivacyError('INPUT_INVALID', { reason: given ? 'NOT_HERE' : 'MISSING', coordinates: [coordinate] });
  }
  return given ? entryIdFrom(request, entryId, coordinate) : null;
}

/** Returns the payload with a request that was changed, read like a query reads it. */
async function changed(request: RequestContext, subjectId: string, id: string, field: string): Promise<Row<PrivacyRequestPayload>> {
  await request.changeCase(id);
  await touch(request, subjectId, field);
  const scope = request.plan?.scopeOf(field);
  return { request: (await readPrivacyRequest(request.reader, scope, viewerOf(request), id, fieldsOf(request, 'PrivacyRequest'))) ?? null };
}
