import { aboutPerson } from '../../../engine/rows/row.ts';
import { PrivacyError } from '../../../platform/errors/errors.ts';
import { emptyPage } from '../../shared/rows/first-pages.ts';
import { endOfList, type Page } from '../../shared/rows/page.ts';
import { writePayment } from './payment-writes.ts';
import { readFirstPayments, readPayment, readPayments } from './payments.ts';
import { readResident } from '../../people/residents.ts';
import { claimKey } from '../../people/claims/claim-key.ts';
import { connect } from '../../shared/graphql/connection.ts';
import type { Resolvers } from '../../shared/graphql/generated/resolvers.ts';
import { checkInput, touch } from '../../shared/graphql/check-input.ts';
import { paymentForm } from './payment-input.ts';
import { fieldsOf, idFrom, viewerOf } from '../../shared/graphql/viewer.ts';

export const payments: Resolvers = {
  Mutation: {
    recordPayment: async (_parent, { input }, { request }) => {
      const residentId = idFrom(request, input.residentId, 'RecordPaymentInput.residentId');
      const purchaseId = input.purchaseId ? idFrom(request, input.purchaseId, 'RecordPaymentInput.purchaseId') : undefined;
      const { cents } = checkInput('RecordPaymentInput', paymentForm, input);
      const scope = request.plan?.scopeOf('Mutation.recordPayment');
      const viewer = viewerOf(request);
      await touch(request, residentId, 'Mutation.recordPayment');
      const { id, isRepeated } = await claimKey(request, 'RecordPaymentInput', input);
      const paid = { id, residentId, cents, method: input.method, purchaseId };
      if (!isRepeated) await writePayment(request.reader, scope, viewer, paid);
      const resident = await readResident(request.reader, scope, viewer, [residentId], fieldsOf(request, 'Resident', 'Address'));
      // The resident can have left the scope since the change was made.
      if (!resident) throw new PrivacyError('NOT_FOUND');
      return { payment: (await readPayment(request.reader, viewer, id, fieldsOf(request, 'Payment'))) ?? null, resident };
    },
  },
  Resident: {
    payments: async (row, asked, { request }) => {
      const residentId = String(row.id);
      const fields = fieldsOf(request, 'Payment');
      const viewer = viewerOf(request);
      const read = async (page: Parameters<typeof readPayments>[3]): Promise<Page> => {
        const end = endOfList(page);
        if (end === undefined) return readPayments(request.reader, viewer, residentId, page, fields);
        const found = await request.loaders.load(`Resident.payments ${end}`, residentId, (ids) =>
          readFirstPayments(request.reader, viewer, ids, page, fields),
        );
        return found ?? emptyPage;
      };
      const name = { list: `Resident.payments ${residentId}`, type: 'PaymentConnection' } as const;
      return aboutPerson(await connect(request, name, asked, read), residentId);
    },
  },
};
