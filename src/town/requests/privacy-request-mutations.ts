import { anonymousSenderOf, answerWords } from '../shared/resolver-parts.ts';
import type { RequestContext } from '../../engine/request-context.ts';
import { PrivacyError } from '../../platform/errors/errors.ts';
import type { Resolvers } from '../shared/graphql/generated/resolvers.ts';
import type { FileRequestInput, PrivacyRequestKind, PrivacyRequestPayload, RowScope } from '../shared/graphql/generated/schema.ts';
import { readFiled, writePrivacyRequest, type Filing } from './privacy-request-filings.ts';
import {
  writeAnswer,
  writeReopening,
  writeReopeningOfSender,
  writePrivacyRequestAssignee,
  writePrivacyRequestMessage,
  writeWithdrawal,
} from './privacy-request-writes.ts';
import { readPrivacyRequest } from './privacy-requests.ts';
import { readRequestByCode, readRequestState } from './request-state.ts';
import type { Row } from '../shared/rows/row.ts';
import { stateCode } from './senders/state-code.ts';
import { viewerOf, fieldsOf, entryIdFrom, idFrom } from '../shared/graphql/viewer.ts';
import { claimKey, type Sender } from '../people/claims/claim-key.ts';
import { checkInput, touch } from '../shared/graphql/check-input.ts';
import { answerForm, fileRequestForm, replyForm, sendContactCodeForm } from './privacy-request-inputs.ts';
import { noteSender } from './senders/note-sender.ts';

/** The kinds of requests that a person without an account may file (clause `contact`). All other kinds concern a record. */
const openKinds: readonly PrivacyRequestKind[] = ['QUESTION', 'COMMENT', 'COMPLAINT'];

export const requestMutations: Resolvers = {
  Mutation: {
    sendContactCode: async (_parent, { input }, { request }) => {
      if (!openKinds.includes(input.kind)) throw new PrivacyError('FIELD_NOT_PERMITTED', { reason: 'ACCOUNT_NEEDED' });
      const { body, contactEmail: contact } = checkInput('SendContactCodeInput', sendContactCodeForm, input);
      const until = await anonymousSenderOf(request).sendCode({ kind: input.kind, body, contact }, (code) =>
        answerWords(request).codeMail(code),
      );
      return { validUntil: until.toISOString() };
    },
    fileRequest: async (_parent, { input }, { request }) => {
      const scope = request.plan?.scopeOf('Mutation.fileRequest');
      if (scope === 'OPEN' && !openKinds.includes(input.kind)) throw new PrivacyError('FIELD_NOT_PERMITTED', { reason: 'ACCOUNT_NEEDED' });
      const entryId = questionedEntry(request, input);
      const residentId = subjectFrom(request, input, scope);
      const { contactCode, ...letter } = checkInput('FileRequestInput', fileRequestForm, input);
      const filing = { kind: input.kind, residentId, entryId, language: request.language, ...letter };
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
      return { receipt: { ...receipt, stateCode: scope === 'OPEN' ? stateCode(request.pseudonyms, id) : null } };
    },
    assignRequest: async (_parent, { input }, { request }) => {
      const { records, reader, plan } = request;
      const id = idFrom(request, input.requestId, 'AssignRequestInput.requestId');
      const viewer = viewerOf(request);
      const employeeId = input.employeeId ? idFrom(request, input.employeeId, 'AssignRequestInput.employeeId') : viewer.principalId;
      if (employeeId === undefined) throw new PrivacyError('NOT_FOUND');
      const subjectId = await writePrivacyRequestAssignee(records, reader, plan?.scopeOf('Mutation.assignRequest'), viewer, id, employeeId);
      if (employeeId !== viewer.principalId) request.endedCases.add(id);
      return changed(request, subjectId, id, 'Mutation.assignRequest');
    },
    answerRequest: async (_parent, { input }, { request }) => {
      const { records, reader, plan } = request;
      const id = idFrom(request, input.requestId, 'AnswerRequestInput.requestId');
      const { answer } = checkInput('AnswerRequestInput', answerForm, input);
      const subjectId = await writeAnswer(records, reader, plan?.scopeOf('Mutation.answerRequest'), viewerOf(request), id, answer);
      request.endedCases.add(id);
      return changed(request, subjectId, id, 'Mutation.answerRequest');
    },
    reopenRequest: async (_parent, { input }, { request }) => {
      const { reader, plan } = request;
      const id = idFrom(request, input.requestId, 'ReopenRequestInput.requestId');
      const { body } = checkInput('ReopenRequestInput', replyForm, input);
      const scope = plan?.scopeOf('Mutation.reopenRequest');
      const reason = { messageId: request.newId(), body };
      const subjectId = await writeReopening(reader, scope, viewerOf(request), id, reason, request.newId());
      return changed(request, subjectId, id, 'Mutation.reopenRequest');
    },
    reopenRequestByCode: async (_parent, { input }, { request }) => {
      const { reader, pseudonyms, plan, newId } = request;
      if (plan?.scopeOf('Mutation.reopenRequestByCode') !== 'SELF') return null;
      const { body } = checkInput('ReopenRequestByCodeInput', replyForm, input);
      const { number, code } = input;
      const found = await anonymousSenderOf(request).find(() => readRequestState(reader, pseudonyms, number, code));
      if (!found) throw new PrivacyError('NOT_FOUND');
      const subjectId = await writeReopeningOfSender(reader, viewerOf(request), String(found.id), { messageId: newId(), body }, newId());
      noteSender(request, subjectId);
      await touch(request, subjectId, 'Mutation.reopenRequestByCode');
      return { request: (await readRequestByCode(reader, pseudonyms, number, code, fieldsOf(request, 'PrivacyRequest'))) ?? null };
    },
    replyToRequest: async (_parent, { input }, { request }) => {
      const { reader, plan } = request;
      const id = idFrom(request, input.requestId, 'ReplyToRequestInput.requestId');
      const { body } = checkInput('ReplyToRequestInput', replyForm, input);
      const { id: messageId, isRepeated } = await claimKey(request, 'ReplyToRequestInput', input);
      const message = isRepeated ? undefined : { messageId, body };
      const scope = plan?.scopeOf('Mutation.replyToRequest');
      const subjectId = await writePrivacyRequestMessage(reader, scope, viewerOf(request), id, message);
      return changed(request, subjectId, id, 'Mutation.replyToRequest');
    },
    withdrawRequest: async (_parent, { input }, { request }) => {
      const { records, reader, plan } = request;
      const id = idFrom(request, input.requestId, 'WithdrawRequestInput.requestId');
      const subjectId = await writeWithdrawal(records, reader, plan?.scopeOf('Mutation.withdrawRequest'), viewerOf(request), id);
      return changed(request, subjectId, id, 'Mutation.withdrawRequest');
    },
  },
};

/**
 * A sender without an account, who must prove the contact. A repeated request names the code that proved it, which is used up.
 * @throws PrivacyError INPUT_INVALID if contact or code is missing; `admit` as `AnonymousSender` says
 */
function senderOf(
  request: RequestContext,
  { kind, body, contactEmail: contact }: Pick<Filing, 'kind' | 'body' | 'contactEmail'>,
  code: string | null | undefined,
): Sender {
  const missing = [...(contact ? [] : ['FileRequestInput.contactEmail']), ...(code ? [] : ['FileRequestInput.contactCode'])];
  if (!contact || !code) throw new PrivacyError('INPUT_INVALID', { reason: 'MISSING', coordinates: missing });
  const sender = anonymousSenderOf(request);
  return {
    contact,
    admit: (isRepeated) => (isRepeated ? sender.admitRepeated() : sender.admit({ kind, body, contact }, code, request.reader.database)),
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

/**
 * Reads the id of the resident whose request it is.
 * @returns null for the principal, and for a sender without an account
 * @throws PrivacyError INPUT_INVALID if a resident is named without an account, or together with an entry, which says whose it is
 */
function subjectFrom(request: RequestContext, { residentId, entryId }: FileRequestInput, scope: RowScope | undefined): string | null {
  if (typeof residentId !== 'string') return null;
  const coordinate = 'FileRequestInput.residentId';
  if (scope === 'OPEN' || typeof entryId === 'string')
    throw new PrivacyError('INPUT_INVALID', { reason: 'NOT_HERE', coordinates: [coordinate] });
  return idFrom(request, residentId, coordinate);
}

/** Returns the payload with a request that was changed, as a query reads it. */
async function changed(request: RequestContext, subjectId: string, id: string, field: string): Promise<Row<PrivacyRequestPayload>> {
  await request.changeCase(id);
  await touch(request, subjectId, field);
  const scope = request.plan?.scopeOf(field);
  return { request: (await readPrivacyRequest(request.reader, scope, viewerOf(request), id, fieldsOf(request, 'PrivacyRequest'))) ?? null };
}
