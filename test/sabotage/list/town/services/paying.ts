import type { Sabotage } from '../../../patch.ts';

const tests = ['test/town/services/payments/payment-resolvers.test.ts'];

/** Payments at the counter. */
export const paying: readonly Sabotage[] = [
  {
    sentence: 'Two payments at once pay the same debt.',
    edits: [{ in: 'tables.ts#services', text: 'for no key update', by: '' }],
    tests,
  },
  {
    sentence: 'More is taken for a purchase than is left to pay of it.',
    edits: [{ in: 'tables.ts#services', text: 'coalesce(sum(earlier.amount), 0)', by: '0 * count(*)' }],
    tests,
  },
  {
    sentence: 'A debt that is paid stays assigned to the agency, which then sees the next one.',
    edits: [{ in: 'tables.ts#services', text: 'case when overdue_amount > paid then assigned_to end', by: 'assigned_to' }],
    tests,
  },
  {
    sentence: 'A payment leaves the overdue part as it was, so that an agency still sees what is paid.',
    edits: [{ in: 'tables.ts#services', text: 'overdue_amount = greatest($CHANGES then assigned_to end', by: 'assigned_to = assigned_to' }],
    tests,
  },
  {
    sentence: 'A clerk takes a payment for anybody, and learns so who owes something.',
    edits: [{ in: 'writePayment', text: 'and ${residentInScope(scope, viewer)}', by: '' }],
    tests,
  },
  {
    sentence: 'A clerk who provides a service takes a payment, and learns the balance by a refusal.',
    edits: [
      {
        in: 'rootFieldLines',
        replace: "purposes: ['PAYMENT'], scope: 'ENCOUNTER', needs: 'BALANCE'",
        by: "purposes: ['PAYMENT', 'SERVICE_PROVISION'], scope: 'ENCOUNTER'",
      },
    ],
    tests,
  },
  {
    sentence: 'Who may see a balance, as for a mandate, sees every payment.',
    edits: [
      {
        file: 'schema/services.graphql',
        text: 'payments: PaymentConnection @personal(category: PURCHASE)',
        by: 'payments: PaymentConnection @personal(category: BALANCE)',
      },
    ],
    tests,
  },
];
