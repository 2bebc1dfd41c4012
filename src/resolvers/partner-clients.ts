import type { RequestContext } from '../context.ts';
import type { PartnerClientPayload } from '../generated/schema.ts';
import { writeClient, writeClientApproval, writeClientEnd } from '../records/partner-client-writes.ts';
import { readPartnerClient, readPartnerClients } from '../records/partner-clients.ts';
import type { Row } from '../records/row.ts';
import { connect } from './connection.ts';
import type { Resolvers } from './generated.ts';
import { checkInput } from './inputs/check-input.ts';
import { endClientForm, registerClientForm } from './inputs/partner-client-inputs.ts';
import { partnerById } from './partner-by-id.ts';
import { fieldsOf, idFrom, viewerOf } from './viewer.ts';

export const partnerClients: Resolvers = {
  Query: {
    partnerClients: (_parent, { first, after, last, before, ...given }, { request }) => {
      const scope = request.plan?.scopeOf('Query.partnerClients');
      const partnerId = given.partnerId ? idFrom(given.partnerId, 'Query.partnerClients(partnerId:)') : undefined;
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
      const partnerId = idFrom(input.partnerId, 'RegisterPartnerClientInput.partnerId');
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
      const id = idFrom(input.clientId, 'ApprovePartnerClientInput.clientId');
      await writeClientApproval(request.reader, request.plan?.scopeOf('Mutation.approvePartnerClient'), viewerOf(request), id);
      return changed(request, id, 'Mutation.approvePartnerClient');
    },
    endPartnerClient: async (_parent, { input }, { request }) => {
      const id = idFrom(input.clientId, 'EndPartnerClientInput.clientId');
      const { reason } = checkInput('EndPartnerClientInput', endClientForm, input);
      await writeClientEnd(request.reader, request.plan?.scopeOf('Mutation.endPartnerClient'), viewerOf(request), { id, reason });
      return changed(request, id, 'Mutation.endPartnerClient');
    },
  },
  PartnerClient: {
    partner: async (row, _arguments, { request }) => (await partnerById(request, row.partner))!,
  },
};

/** Returns the payload with a client that was recorded or changed, read like a query reads it. */
async function changed(request: RequestContext, id: string, field: string): Promise<Row<PartnerClientPayload>> {
  const scope = request.plan?.scopeOf(field);
  return { client: (await readPartnerClient(request.reader, scope, viewerOf(request), id, fieldsOf(request, 'PartnerClient'))) ?? null };
}
