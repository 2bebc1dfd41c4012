import type { Grant } from '../../../../engine/policy/declaration/lines.ts';
import { account, address, contactDetails, email, name } from './category-groups.ts';

/**
 * What a privacy officer sees to answer a resident's request. The list is separate from the resident's, so that an
 * addition to one does not grant it twice.
 */
const recordForRequest = [
  'EXISTENCE',
  'CARD_NUMBER',
  ...name,
  'BIRTH_DATE',
  'AGE',
  ...contactDetails,
  'WAITING_EMAIL',
  ...address,
  'HOUSEHOLD',
  'HELD_SINCE',
  'PURCHASE',
  ...account,
  'CREDIT',
  'SUPPORT_HISTORY',
  'ACCESS_HISTORY',
] as const;

/**
 * Who works here, in which roles, and whose roles nobody has confirmed in time: what it takes to say whether somebody who looked was
 * entitled to. A reviewer of the log does not see it: a list of employees would reveal the pseudonyms of those it names.
 */
const colleaguesForRequest = ['EMPLOYEE_IDENTITY', 'EMPLOYEE_ROLES'] as const;

/**
 * What employees may see for their tasks. A queue can be filtered by the colleague who has taken a case, and so the names of colleagues
 * are granted under each relationship to the data subject of a row. The counter sees no telephone number, which a prohibition says, and a search at the counter no town:
 * what is null for an address-protected person only would show who is protected (clause `safeguards`).
 */
export const employeeGrants: readonly Grant[] = [
  {
    line: 'counter-search',
    role: 'CUSTOMER_SERVICE',
    purpose: 'SERVICE_PROVISION',
    relationship: 'NONE',
    categories: ['EXISTENCE', ...name, 'AGE', 'EMAIL_HINT'],
    clause: 'access',
  },
  {
    line: 'counter-service',
    role: 'CUSTOMER_SERVICE',
    purpose: 'SERVICE_PROVISION',
    relationship: 'ENCOUNTER',
    categories: ['EXISTENCE', ...name, 'AGE', ...email, 'WAITING_EMAIL', ...address, 'HOUSEHOLD', 'PURCHASE'],
    clause: 'access',
  },
  {
    line: 'counter-payment',
    role: 'CUSTOMER_SERVICE',
    purpose: 'PAYMENT',
    relationship: 'ENCOUNTER',
    categories: ['EXISTENCE', ...name, 'PURCHASE', ...account],
    clause: 'access',
  },
  {
    line: 'counter-age',
    role: 'CUSTOMER_SERVICE',
    purpose: 'AGE_VERIFICATION',
    relationship: 'ENCOUNTER',
    categories: ['EXISTENCE', ...name, 'BIRTH_DATE', 'AGE'],
    clause: 'identity',
  },
  {
    line: 'support-queue',
    role: 'SUPPORT',
    purpose: 'CUSTOMER_SUPPORT',
    relationship: 'NONE',
    categories: ['EMPLOYEE_IDENTITY'],
    clause: 'helpdesk',
  },
  {
    line: 'support-ticket',
    role: 'SUPPORT',
    purpose: 'CUSTOMER_SUPPORT',
    relationship: 'ASSIGNED_TICKET',
    categories: ['EXISTENCE', ...name, ...contactDetails, 'SUPPORT_HISTORY', 'EMPLOYEE_IDENTITY'],
    clause: 'helpdesk',
  },
  {
    line: 'privacy-request',
    role: 'PRIVACY_OFFICER',
    purpose: 'RIGHTS_FULFILMENT',
    relationship: 'OPEN_REQUEST',
    categories: [...recordForRequest, ...colleaguesForRequest],
    clause: 'rights',
  },
  {
    line: 'privacy-employees',
    role: 'PRIVACY_OFFICER',
    purpose: 'RIGHTS_FULFILMENT',
    relationship: 'NONE',
    categories: colleaguesForRequest,
    clause: 'rights',
  },
  {
    line: 'access-review',
    role: 'PRIVACY_OFFICER',
    purpose: 'ACCESS_REVIEW',
    relationship: 'NONE',
    categories: ['ACCESS_HISTORY', 'EMPLOYEE_IDENTITY'],
    clause: 'safeguards',
  },
  {
    line: 'mandate-subjects',
    role: 'PRIVACY_OFFICER',
    purpose: 'MANDATE_ADMINISTRATION',
    relationship: 'NONE',
    categories: ['EXISTENCE', ...name, 'BIRTH_DATE', 'LOCALITY', ...account, 'CREDIT'],
    clause: 'sharing',
  },
  {
    line: 'web-security',
    role: 'SECURITY',
    purpose: 'WEBSITE_SECURITY',
    relationship: 'NONE',
    categories: ['NETWORK_ADDRESS', 'DEVICE', 'BROWSING'],
    clause: 'telemetry',
  },
  {
    line: 'staff-register',
    role: 'STAFF_ADMINISTRATOR',
    purpose: 'STAFF_ADMINISTRATION',
    relationship: 'NONE',
    categories: ['EMPLOYEE_IDENTITY', 'EMPLOYEE_ROLES', 'EMPLOYMENT'],
    clause: 'safeguards',
  },
];
