import { cast, matters } from '../../../demo/personas.ts';
import type { Change } from './changes.ts';

const unrelated = [
  matters.courtOrder,
  matters.protectedOrder,
  matters.auditEngagement,
  matters.expiredOrder,
  matters.revokedOrder,
  matters.halfApprovedOrder,
];
const orders = { ids: Object.values(matters).filter((id) => id.startsWith('7')), reach: { 'officer for mandates': unrelated } };

/** The changes of mandates. @param people the residents of the cast */
export const mandateChanges = (people: readonly string[]): readonly Change[] => [
  {
    field: 'recordMandate',
    input: (id) => ({
      kind: 'COURT_ORDER',
      reference: 'KB-2000',
      issuer: 'Court',
      partnerId: cast.police,
      subjectIds: [id],
      categories: ['NAME'],
      validFrom: '2026-06-01T00:00:00Z',
      validUntil: '2027-06-01T00:00:00Z',
    }),
    asks: 'mandate { reference subjects { id givenName } }',
    ids: people,
    reach: { 'officer for mandates': people.filter((id) => id !== cast.neighbour) },
  },
  {
    field: 'approveMandate',
    input: (mandateId) => ({ mandateId }),
    asks: 'mandate { id approvals subjects { id } }',
    ...orders,
  },
  {
    field: 'reconfirmMandate',
    input: (mandateId) => ({ mandateId }),
    asks: 'mandate { id validUntil openEnded reconfirmedAt lapsesSoon subjects { id } }',
    ...orders,
  },
  {
    field: 'revokeMandate',
    input: (mandateId) => ({ mandateId, reason: 'The order was set aside' }),
    asks: 'mandate { id status revokedAt revocationReason subjects { id } }',
    ...orders,
  },
  {
    field: 'extendSeal',
    input: (mandateId) => ({ mandateId, sealedUntil: '2027-06-01T00:00:00Z' }),
    asks: 'mandate { id sealedUntil sealProposedUntil subjects { id } }',
    ...orders,
  },
  {
    field: 'approveSeal',
    input: (mandateId) => ({ mandateId }),
    asks: 'mandate { id sealedUntil sealProposedUntil subjects { id } }',
    ...orders,
  },
];
