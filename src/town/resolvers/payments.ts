import { PrivacyError } from '../../platform/errors/errors.ts';
import { emptyPage } from '../records/first-pages.ts';
import { endOfList, type Page } from '../records/page.ts';
import { writePayment } from '../records/payment-writes.ts';
import { readFirstPayments, readPayment, readPayments } from '../records/payments.ts';
import { readResident } from '../records/residents.ts';
import { aboutPerson } from '../records/row.ts';
import { claimKey } from './claim-key.ts';
import { connect } from './connection.ts';
import type { Resolvers } from './generated.ts';
import { checkInput } from './inputs/check-input.ts';
import { paymentForm } from './inputs/payment-input.ts';
import { touch } from './touch.ts';
import { fieldsOf, idFrom, viewerOf } from './viewer.ts';

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
