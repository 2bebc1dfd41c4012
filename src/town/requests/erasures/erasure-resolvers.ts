import type { RequestContext } from '../../../engine/request-context.ts';
import { Purpose, Role, type EntryToErase, type ErasurePayload } from '../../shared/graphql/generated/schema.ts';
import { readErasure, readErasuresToApprove, writeErasure, writeErasureApproval, type ErasureWriter } from './erasures.ts';
import type { Row } from '../../shared/rows/row.ts';
import { employeeById } from '../../staff/employee-by-id.ts';
import type { Resolvers } from '../../shared/graphql/generated/resolvers.ts';
import { checkInput, touch } from '../../shared/graphql/check-input.ts';
import { proposeErasureForm } from './erasure-inputs.ts';
import { knownWord } from '../../shared/graphql/known-word.ts';
import { entryIdFrom, fieldsOf, idFrom, viewerOf } from '../../shared/graphql/viewer.ts';

export const erasures: Resolvers = {
  Query: {
    erasuresToApprove: async (_parent, _arguments, { request }) => [
      ...(await readErasuresToApprove(erasureWriter(request, 'Query.erasuresToApprove'), fieldsOf(request, 'Erasure'))),
    ],
  },
  Mutation: {
    proposeErasure: async (_parent, { input }, { request }) => {
      const id = request.newId();
      const { reason, entryIds: shown } = checkInput('ProposeErasureInput', proposeErasureForm, input);
      const entryIds = [...new Set(shown.map((one) => entryIdFrom(request, one, 'ProposeErasureInput.entryIds')))];
      const personId = await writeErasure(erasureWriter(request, 'Mutation.proposeErasure'), { id, rule: input.rule, reason, entryIds });
      return changed(request, personId, id, 'Mutation.proposeErasure');
    },
    approveErasure: async (_parent, { input }, { request }) => {
      const id = idFrom(request, input.erasureId, 'ApproveErasureInput.erasureId');
      const personId = await writeErasureApproval(erasureWriter(request, 'Mutation.approveErasure'), id);
      return changed(request, personId, id, 'Mutation.approveErasure');
    },
  },
  Erasure: {
    entries: ({ entries }) => entries as readonly Row<EntryToErase>[],
    proposedBy: (row, _arguments, { request }) => employeeById(request, row.proposedBy),
    approvedBy: (row, _arguments, { request }) => employeeById(request, row.approvedBy),
  },
  EntryToErase: {
    role: (row) => knownWord(Role, row.role),
    purpose: (row) => knownWord(Purpose, row.purpose),
  },
};

function erasureWriter(request: RequestContext, field: string): ErasureWriter {
  return { reader: request.reader, scope: request.plan?.scopeOf(field), viewer: viewerOf(request) };
}

/** Returns the payload, and notes the person of the history. */
async function changed(request: RequestContext, personId: string, id: string, field: string): Promise<Row<ErasurePayload>> {
  await touch(request, personId, field);
  return { erasure: (await readErasure(erasureWriter(request, field), id, fieldsOf(request, 'Erasure'))) ?? null };
}
