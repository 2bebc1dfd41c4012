import { cast } from '../../../demo/personas.ts';
import { documentOf } from '../../helpers/changes/changes.ts';
import { furtherMatters, furtherStaff } from '../../non-interference/towns/further-encounters.ts';
import { askedBy, type CorpusOperation } from '../operation.ts';

/** A clerk with an open encounter for a payment, with the resident. */
const cashier = { persona: furtherStaff.cashier, purpose: 'PAYMENT', case: furtherMatters.payment } as const;
const ofResident = 'a0000000-0000-4000-8000-000000000003';
const ofNeighbour = 'a0000000-0000-4000-8000-000000000007';

/** Payments at the counter. Each change is rolled back after its answer. */
export const payments: readonly CorpusOperation[] = [
  ...askedBy(['resident', 'neighbour'], {
    name: 'payments, page by page',
    query: `query ($after: String) { me { payments(first: 1, after: $after) { totalCount pageInfo { hasNextPage endCursor }
      edges { cursor node { id amount method paidAt purchaseId } } } } }`,
    cursor: 'after',
  }),
  ...askedBy(['guardian', 'housemate', 'clerk', 'clerk serving', 'officer on the request', 'officer for mandates', 'police'], {
    name: 'payments of the resident',
    query: `{ resident(id: "${cast.resident}") { payments { totalCount edges { node { amount method paidAt purchaseId } } } } }`,
  }),
  {
    name: 'payments of the resident, asked by a clerk who takes one',
    ...cashier,
    query: '{ currentCase { ... on Encounter { resident { account { balance } payments { edges { node { amount method } } } } } } }',
  },
  ...(
    [
      ['of a part of what is owed', { cents: 21_000, method: 'CASH' }],
      ['for a purchase', { cents: 5_000, method: 'CARD', purchaseId: ofResident }],
      ['of a cent more than is left to pay of a purchase', { cents: 7_751, method: 'CARD', purchaseId: ofResident }],
      ['for a purchase of somebody else', { cents: 100, method: 'CARD', purchaseId: ofNeighbour }],
      ['of a cent more than is owed', { cents: 31_848, method: 'CARD' }],
      ['of nothing', { cents: 0, method: 'CASH' }],
      ['that gives back', { cents: -100, method: 'CASH' }],
      ['of somebody who is not served', { residentId: cast.neighbour, cents: 100, method: 'CASH' }],
      ['with a key', { cents: 100, method: 'CASH', idempotencyKey: '0d9c2f6e-6c0e-4b8e-9a53-0a4b7b9a8f11' }],
    ] as const
  ).map(([what, paid]) => ({
    name: `recordPayment: a payment ${what}`,
    ...cashier,
    query: documentOf({
      field: 'recordPayment',
      asks: `payment { amount method paidAt purchaseId }
        resident { id birthDate account { balance overdueAmount overdueSince } payments(first: 2) { totalCount edges { node { amount } } } }`,
    }),
    variables: { input: { residentId: cast.resident, ...paid } },
  })),
];
