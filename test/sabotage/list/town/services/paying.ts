import type { Sabotage } from '../../../patch.ts';

const migration = 'src/town/services/tables.ts';
const tests = ['test/town/services/payments/payment-resolvers.test.ts'];

/** Payments at the counter. */
export const paying: readonly Sabotage[] = [
  {
    sentence: 'Two payments at once pay the same debt.',
    edits: [
      {
        file: migration,
        from: 'perform from recreation.account where resident_id = payer and balance + paid <= 0 for no key update;',
        to: 'perform from recreation.account where resident_id = payer and balance + paid <= 0;',
      },
    ],
    tests,
  },
  {
    sentence: 'More is taken for a purchase than is left to pay of it.',
    edits: [{ file: migration, from: 'select coalesce(sum(earlier.amount), 0) from', to: 'select 0 * count(*) from' }],
    tests,
  },
  {
    sentence: 'A debt that is paid stays assigned to the agency, which then sees the next one.',
    edits: [
      { file: migration, from: 'assigned_to = case when overdue_amount > paid then assigned_to end', to: 'assigned_to = assigned_to' },
    ],
    tests,
  },
  {
    sentence: 'A payment leaves the overdue part as it was, so that an agency still sees what is paid.',
    edits: [
      {
        file: migration,
        from: `      overdue_amount = greatest(overdue_amount - paid, 0),
      overdue_since = case when overdue_amount > paid then overdue_since end,
      assigned_to = case when overdue_amount > paid then assigned_to end
`,
        to: '      assigned_to = assigned_to\n',
      },
    ],
    tests,
  },
  {
    sentence: 'A clerk takes a payment for anybody, and learns so who owes something.',
    edits: [{ file: 'src/town/services/payments/payment-writes.ts', from: ' and ${residentInScope($scope, $viewer)}', to: '' }],
    tests,
  },
  {
    sentence: 'A clerk who provides a service takes a payment, and learns the balance by a refusal.',
    edits: [
      {
        file: 'src/town/policy/root-fields.ts',
        from: "purposes: ['PAYMENT'], scope: 'ENCOUNTER', needs: 'BALANCE'",
        to: "purposes: ['PAYMENT', 'SERVICE_PROVISION'], scope: 'ENCOUNTER'",
      },
    ],
    tests,
  },
  {
    sentence: 'Who may see a balance, as for a mandate, sees every payment.',
    edits: [
      {
        file: 'schema/payments.graphql',
        from: 'payments: PaymentConnection @personal(category: PURCHASE)',
        to: 'payments: PaymentConnection @personal(category: BALANCE)',
      },
    ],
    tests,
  },
];
