import type { RequestContext } from '../../../engine/request-context.ts';
import type { PartnerClientPayload } from '../../shared/graphql/generated/schema.ts';
import {
  writeChangeApproval,
  writeContact,
  writeKeyWithdrawal,
  writeNewKeys,
  writeResumption,
  writeSuspension,
  type ClientWriter,
} from './partner-client-changes.ts';
import { writeClient, writeClientApproval, writeClientEnd } from './partner-client-writes.ts';
import { readPartnerClient, readPartnerClients } from './partner-clients.ts';
import type { Row } from '../../shared/rows/row.ts';
import { connect } from '../../shared/graphql/connection.ts';
import type { Resolvers } from '../../shared/graphql/generated/resolvers.ts';
import { checkInput } from '../../shared/graphql/check-input.ts';
import { contactForm, reasonForm, registerClientForm, replaceKeysForm, withdrawKeyForm } from './partner-client-inputs.ts';
import { partnerById } from './partner-by-id.ts';
import { fieldsOf, idFrom, viewerOf } from '../../shared/graphql/viewer.ts';

/** Days in which replaced keys are accepted together with the new ones, unless the officer says otherwise. */
const usualOverlap = 7;

export const partnerClients: Resolvers = {
  Query: {
    partnerClients: (_parent, { first, after, last, before, ...given }, { request }) => {
      const scope = request.plan?.scopeOf('Query.partnerClients');
      const partnerId = given.partnerId ? idFrom(request, given.partnerId, 'Query.partnerClients(partnerId:)') : undefined;
      const wanted = { ...given, partnerId };
      const asked = { first, after, last, before };
      return connect(request, { list: 'Query.partnerClients', type: 'PartnerClientConnection', filter: wanted }, asked, (page) =>
        readPartnerClients(request.reader, scope, viewerOf(request), wanted, page, fieldsOf(request, 'PartnerClient')),
      );
    },
  },
  Mutation: {
    registerPartnerClient: async (_parent, { input }, { request }) => {
      const id = request.newId();
      const partnerId = idFrom(request, input.partnerId, 'RegisterPartnerClientInput.partnerId');
      const { name, contact, jwks, jwksUri } = checkInput('RegisterPartnerClientInput', registerClientForm, input);
      const categories = input.categories ? [...new Set(input.categories)] : undefined;
      await writeClient(request.reader, request.plan?.scopeOf('Mutation.registerPartnerClient'), viewerOf(request), {
        id,
        partnerId,
        name,
        contact,
        jwks: jwks ?? undefined,
        jwksUri: jwksUri ?? undefined,
        categories,
      });
      return changed(request, id, 'Mutation.registerPartnerClient');
    },
    approvePartnerClient: async (_parent, { input }, { request }) => {
      const id = idFrom(request, input.clientId, 'ApprovePartnerClientInput.clientId');
      await writeClientApproval(request.reader, request.plan?.scopeOf('Mutation.approvePartnerClient'), viewerOf(request), id);
      return changed(request, id, 'Mutation.approvePartnerClient');
    },
    suspendPartnerClient: async (_parent, { input }, { request }) => {
      const id = idFrom(request, input.clientId, 'SuspendPartnerClientInput.clientId');
      const { reason } = checkInput('SuspendPartnerClientInput', reasonForm, input);
      await writeSuspension(clientWriter(request, 'Mutation.suspendPartnerClient'), id, reason);
      return changed(request, id, 'Mutation.suspendPartnerClient');
    },
    resumePartnerClient: async (_parent, { input }, { request }) => {
      const id = idFrom(request, input.clientId, 'ResumePartnerClientInput.clientId');
      await writeResumption(clientWriter(request, 'Mutation.resumePartnerClient'), id, request.newId());
      return changed(request, id, 'Mutation.resumePartnerClient');
    },
    replacePartnerClientKeys: async (_parent, { input }, { request }) => {
      const id = idFrom(request, input.clientId, 'ReplacePartnerClientKeysInput.clientId');
      const { jwks, jwksUri, overlapDays } = checkInput('ReplacePartnerClientKeysInput', replaceKeysForm, input);
      const keys = { jwks: jwks ?? undefined, jwksUri: jwksUri ?? undefined, overlapDays: overlapDays ?? usualOverlap };
      await writeNewKeys(clientWriter(request, 'Mutation.replacePartnerClientKeys'), id, request.newId(), keys);
      return changed(request, id, 'Mutation.replacePartnerClientKeys');
    },
    approvePartnerClientChange: async (_parent, { input }, { request }) => {
      const changeId = idFrom(request, input.changeId, 'ApprovePartnerClientChangeInput.changeId');
      const id = await writeChangeApproval(clientWriter(request, 'Mutation.approvePartnerClientChange'), changeId);
      return changed(request, id, 'Mutation.approvePartnerClientChange');
    },
    withdrawPartnerClientKey: async (_parent, { input }, { request }) => {
      const id = idFrom(request, input.clientId, 'WithdrawPartnerClientKeyInput.clientId');
      const { keyId } = checkInput('WithdrawPartnerClientKeyInput', withdrawKeyForm, input);
      await writeKeyWithdrawal(clientWriter(request, 'Mutation.withdrawPartnerClientKey'), id, keyId);
      return changed(request, id, 'Mutation.withdrawPartnerClientKey');
    },
    changePartnerClientContact: async (_parent, { input }, { request }) => {
      const id = idFrom(request, input.clientId, 'ChangePartnerClientContactInput.clientId');
      const { contact } = checkInput('ChangePartnerClientContactInput', contactForm, input);
      await writeContact(clientWriter(request, 'Mutation.changePartnerClientContact'), id, contact);
      return changed(request, id, 'Mutation.changePartnerClientContact');
    },
    endPartnerClient: async (_parent, { input }, { request }) => {
      const id = idFrom(request, input.clientId, 'EndPartnerClientInput.clientId');
      const { reason } = checkInput('EndPartnerClientInput', reasonForm, input);
      await writeClientEnd(request.reader, request.plan?.scopeOf('Mutation.endPartnerClient'), viewerOf(request), { id, reason });
      return changed(request, id, 'Mutation.endPartnerClient');
    },
  },
  PartnerClient: {
    partner: async (row, _arguments, { request }) => (await partnerById(request, row.partner))!,
  },
};

function clientWriter(request: RequestContext, field: string): ClientWriter {
  return { reader: request.reader, scope: request.plan?.scopeOf(field), viewer: viewerOf(request) };
}

/** Returns the payload with a client that was recorded or changed, as a query reads it. */
async function changed(request: RequestContext, id: string, field: string): Promise<Row<PartnerClientPayload>> {
  const scope = request.plan?.scopeOf(field);
  return { client: (await readPartnerClient(request.reader, scope, viewerOf(request), id, fieldsOf(request, 'PartnerClient'))) ?? null };
}
