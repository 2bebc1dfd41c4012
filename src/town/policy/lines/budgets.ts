import type { Budget } from '../../../engine/policy/declaration/lines.ts';
import { partnerRoles, partners } from '../partners/partners.ts';

/**
 * The read budgets. Each is well above what the task needs, and well below the number of people on record. No
 * line means no read.
 */
export const budgets: readonly Budget[] = [
  // A search shows a page of people for each person served. Some people only ask. A counter checks fewer identities; with one value
  // known, a birth date within the narrowest age band, of five years, is guessed in two weeks on average.
  {
    role: 'CUSTOMER_SERVICE',
    purposes: ['SERVICE_PROVISION'],
    perHour: 500,
    perDay: 2_000,
    acts: {
      UNSERVED_ENCOUNTER: { perHour: 20, perDay: 80 },
      IDENTITY_CHECK: { perHour: 20, perDay: 60 },
      // Each is a conversation with one person.
      CLAIM_CODE: { perHour: 10, perDay: 30 },
    },
    clause: 'safeguards',
  },
  // The counter serves people one at a time, each with their household.
  {
    role: 'CUSTOMER_SERVICE',
    purposes: ['PAYMENT'],
    perHour: 100,
    perDay: 400,
    acts: { UNSERVED_ENCOUNTER: { perHour: 20, perDay: 80 } },
    clause: 'safeguards',
  },
  // A check of an age changes nothing, so every person counts.
  {
    role: 'CUSTOMER_SERVICE',
    purposes: ['AGE_VERIFICATION'],
    perHour: 100,
    perDay: 400,
    acts: { UNSERVED_ENCOUNTER: { perHour: 60, perDay: 240 } },
    clause: 'safeguards',
  },
  { role: 'SUPPORT', purposes: ['CUSTOMER_SUPPORT'], perHour: 100, perDay: 400, clause: 'safeguards' },
  // One person's record can name every reader of it.
  {
    role: 'PRIVACY_OFFICER',
    purposes: ['RIGHTS_FULFILMENT'],
    perHour: 500,
    perDay: 1_000,
    acts: { CLAIM_CODE: { perHour: 10, perDay: 30 } },
    clause: 'safeguards',
  },
  { role: 'PRIVACY_OFFICER', purposes: ['MANDATE_ADMINISTRATION'], perHour: 500, perDay: 1_000, clause: 'safeguards' },
  // A review reads much of the log, under pseudonyms.
  { role: 'PRIVACY_OFFICER', purposes: ['ACCESS_REVIEW'], perHour: 2_000, perDay: 10_000, clause: 'safeguards' },
  // Web visits have no data subject: this budget matters only if security is granted something else.
  { role: 'SECURITY', purposes: ['WEBSITE_SECURITY'], perHour: 20, perDay: 40, clause: 'safeguards' },
  // A review of the roles reads the whole staff.
  { role: 'STAFF_ADMINISTRATOR', purposes: ['STAFF_ADMINISTRATION'], perHour: 500, perDay: 2_000, clause: 'safeguards' },
  // A mandate names its data subjects: a read of more than these at once is reviewed first.
  ...partnerRoles.map((role): Budget => ({ role, purposes: [partners[role].purpose], ...partners[role].budget, clause: 'safeguards' })),
];
