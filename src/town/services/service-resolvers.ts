import { aboutPerson } from '../../engine/rows/row.ts';
import { PrivacyError } from '../../platform/errors/errors.ts';
import type { RequestContext } from '../../engine/request-context.ts';
import type { PurchaseCheck, Service } from '../shared/graphql/generated/schema.ts';
import type { Resolvers } from '../shared/graphql/generated/resolvers.ts';
import { emptyPage } from '../shared/rows/first-pages.ts';
import { endOfList, type Page } from '../shared/rows/page.ts';
import { readPurchaseChecks, readFirstPurchases, readPurchase, readPurchases } from './purchases/purchases.ts';
import { writePurchase } from './purchases/purchase-writes.ts';
import { readResident } from '../people/residents.ts';
import type { Row } from '../shared/rows/row.ts';
import { readServices, readServicesById } from './services.ts';
import { viewerOf, fieldsOf, idFrom } from '../shared/graphql/viewer.ts';
import { claimKey } from '../people/claims/claim-key.ts';
import { connect } from '../shared/graphql/connection.ts';
import { checkInput, touch } from '../shared/graphql/check-input.ts';
import { purchaseForm } from './purchases/purchase-input.ts';

export const services: Resolvers = {
  Query: {
    services: (_parent, asked, { request }) => {
      const scope = request.plan?.scopeOf('Query.services');
      return connect(request, { list: 'Query.services', type: 'ServiceConnection' }, asked, (page) =>
        readServices(request.reader, scope, page, fieldsOf(request, 'Service')),
      );
    },
    service: async (_parent, { id }, { request }) => {
      if (request.plan?.scopeOf('Query.service') !== 'OPEN') return null;
      const serviceId = idFrom(request, id, 'Query.service(id:)');
      return (await readServicesById(request.reader, [serviceId], fieldsOf(request, 'Service'))).get(serviceId) ?? null;
    },
  },
  Mutation: {
    purchase: async (_parent, { input }, { request }) => {
      const residentId = idFrom(request, input.residentId, 'PurchaseInput.residentId');
      const serviceId = idFrom(request, input.serviceId, 'PurchaseInput.serviceId');
      const { quantity } = checkInput('PurchaseInput', purchaseForm, input);
      const scope = request.plan?.scopeOf('Mutation.purchase');
      const viewer = viewerOf(request);
      await touch(request, residentId, 'Mutation.purchase');
      const maySeeAge = request.plan?.tells('Mutation.purchase', 'AGE') ?? false;
      const { id, isRepeated } = await claimKey(request, 'PurchaseInput', input);
      const order = { id, residentId, serviceId, quantity, maySeeAge };
      if (!isRepeated) await writePurchase(request.records, request.reader, scope, viewer, order);
      const resident = await readResident(request.reader, scope, viewer, [residentId], fieldsOf(request, 'Resident', 'Address'));
      // The resident can have left the scope since the change was made.
      if (!resident) throw new PrivacyError('NOT_FOUND');
      return { purchase: (await readPurchase(request.reader, viewer, id, fieldsOf(request, 'Purchase'))) ?? null, resident };
    },
  },
  Resident: {
    purchases: async (row, asked, { request }) => {
      const residentId = String(row.id);
      const fields = fieldsOf(request, 'Purchase');
      const viewer = viewerOf(request);
      const read = async (page: Parameters<typeof readPurchases>[3]): Promise<Page> => {
        const end = endOfList(page);
        if (end === undefined) return readPurchases(request.reader, viewer, residentId, page, fields);
        const found = await request.loaders.load(`Resident.purchases ${end}`, residentId, (ids) =>
          readFirstPurchases(request.reader, viewer, ids, page, fields),
        );
        return found ?? emptyPage;
      };
      const name = { list: `Resident.purchases ${residentId}`, type: 'PurchaseConnection' } as const;
      return aboutPerson(await connect(request, name, asked, read), residentId);
    },
    purchaseCheck: async (row, { serviceId }, { request }) => {
      const id = idFrom(request, serviceId, 'Resident.purchaseCheck(serviceId:)');
      return request.loaders.load<Row<PurchaseCheck>>(`Resident.purchaseCheck ${id}`, String(row.id), (ids) =>
        readPurchaseChecks(request.reader, id, ids, request.reader.today, fieldsOf(request, 'PurchaseCheck')),
      );
    },
  },
  PurchaseCheck: {
    service: (row, _arguments, { request }) => serviceById(request, row.service),
  },
  Purchase: {
    service: (row, _arguments, { request }) => serviceById(request, row.service),
  },
};

function serviceById(request: RequestContext, id: unknown): Promise<Row<Service> | null> | null {
  if (typeof id !== 'string') return null;
  return request.loaders.load<Row<Service>>('Service', id, (ids) => readServicesById(request.reader, ids, fieldsOf(request, 'Service')));
}
