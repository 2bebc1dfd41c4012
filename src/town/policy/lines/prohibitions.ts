import type { Prohibition } from '../../../engine/policy/declaration/lines.ts';
import type { DataCategory, Role } from '../../shared/graphql/generated/schema.ts';
import { allCategories } from '../words/categories.ts';
import { partnerRoles } from '../partners/partners.ts';
import { employeeRoles } from '../words/roles.ts';

const allRoles: readonly Role[] = ['ANONYMOUS', 'RESIDENT', ...employeeRoles, ...partnerRoles];

// Two lines below prohibit the rest: passwords, and web visits.
const aboutOthers: readonly DataCategory[] = [
  'EMPLOYEE_IDENTITY',
  'EMPLOYEE_ROLES',
  'EMPLOYMENT',
  'CREDENTIAL',
  'NETWORK_ADDRESS',
  'DEVICE',
  'BROWSING',
];
const aboutResidents = allCategories.filter((category) => !aboutOthers.includes(category));

/** The prohibitions. */
export const prohibitions: readonly Prohibition[] = [
  {
    line: 'no-support-history-for-partners',
    categories: ['SUPPORT_HISTORY'],
    roles: partnerRoles,
    unless: { purposes: ['LEGAL_DEMAND'] },
    clause: 'helpdesk',
    because: 'support history is kept for certain employees only',
  },
  {
    line: 'no-finances-for-support',
    categories: ['BALANCE', 'OVERDUE', 'CREDIT', 'BIRTH_DATE'],
    roles: ['SUPPORT'],
    clause: 'access',
    because: 'the helpdesk needs no balance, credit or birth date',
  },
  {
    line: 'no-web-visits',
    categories: ['NETWORK_ADDRESS', 'DEVICE', 'BROWSING'],
    roles: allRoles.filter((role) => role !== 'SECURITY'),
    clause: 'telemetry',
    because: 'web visits are for keeping the website safe',
  },
  {
    line: 'no-residents-for-staff-administrators',
    categories: aboutResidents,
    roles: ['STAFF_ADMINISTRATOR'],
    clause: 'safeguards',
    because: 'administering the staff needs nothing of residents',
  },
  {
    line: 'employment-for-staff-administrators-only',
    categories: ['EMPLOYMENT'],
    roles: allRoles.filter((role) => role !== 'STAFF_ADMINISTRATOR'),
    clause: 'safeguards',
    because: 'how to reach an employee, and when one came and left, is for those who administer the staff',
  },
  {
    line: 'employee-roles-for-those-who-check-them',
    categories: ['EMPLOYEE_ROLES'],
    unless: { purposes: ['STAFF_ADMINISTRATION', 'RIGHTS_FULFILMENT'] },
    clause: 'safeguards',
    because: 'which roles an employee has is for those who administer the staff, and for officers who answer requests',
  },
  {
    line: 'address-protection',
    categories: ['ADDRESS', 'LOCALITY', 'TELEPHONE', 'TELEPHONE_HINT', 'HOUSEHOLD', 'HELD_SINCE'],
    when: ['ADDRESS_PROTECTED'],
    unless: {
      // An order that grants anything here names the data subject; otherwise there would be no MANDATE relationship.
      purposes: ['LEGAL_DEMAND'],
      relationships: ['SELF'],
      conditions: ['ADULT_OF_THAT_HOUSEHOLD'],
    },
    clause: 'safeguards',
    because: 'the home of an address-protected person must not be found',
  },
  {
    line: 'no-telephone-at-the-counter',
    categories: ['TELEPHONE', 'TELEPHONE_HINT'],
    roles: ['CUSTOMER_SERVICE'],
    clause: 'access',
    because: 'whom the counter serves is there or on the line, and a number that only protected people lack would show who is protected',
  },
  {
    line: 'no-passwords',
    categories: ['CREDENTIAL'],
    clause: 'passwords',
    because: 'passwords are never shown',
  },
  {
    line: 'credit-nothing-else',
    categories: ['AGE'],
    roles: ['CREDIT_REPORTING_AGENCY'],
    clause: 'credit',
    because: 'a credit check needs only name, birth date and address',
  },
  {
    line: 'mandate-subjects-nothing-else',
    categories: ['AGE'],
    roles: ['PRIVACY_OFFICER'],
    purposes: ['MANDATE_ADMINISTRATION'],
    clause: 'sharing',
    because: 'choosing a mandate’s data subjects needs the birth date and not the age band',
  },
];
