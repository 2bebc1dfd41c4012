import type { Grant } from '../../../../engine/policy/declaration/lines.ts';
import { account, address, contactDetails, email, name } from './category-groups.ts';

/**
 * The categories that a privacy officer sees to answer a resident's request. The list is separate from the resident's, so that an addition
 * to one does not grant it twice.
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
 * The employees, their roles, and the roles that were not confirmed in time. They show whether an employee who read a record was entitled
 * to. A reviewer of the log does not see it: a list of employees would reveal the pseudonyms of those it names.
 */
const colleaguesForRequest = ['EMPLOYEE_IDENTITY', 'EMPLOYEE_ROLES'] as const;

/**
 * The categories that employees may see for their tasks. A queue can be filtered by the colleague who has taken a case, so the names of
 * colleagues are granted under each relationship to the data subject of a row. A prohibition keeps telephone numbers from the counter, and
 * a search at the counter shows no town: a value that is null only for address-protected people would show who is protected (clause
 * `safeguards`).
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
