import type { DataCategory } from '../../generated/schema.ts';

/** The heading under which a page shows each data category. Categories with the same heading are adjacent. */
export const categoryGroups: Readonly<Record<DataCategory, string>> = {
  EXISTENCE: 'record',
  NAME: 'name',
  INITIALS: 'name',
  BIRTH_DATE: 'age',
  AGE: 'age',
  EMAIL: 'how to reach',
  EMAIL_HINT: 'how to reach',
  TELEPHONE: 'how to reach',
  TELEPHONE_HINT: 'how to reach',
  ADDRESS: 'home',
  LOCALITY: 'home',
  HOUSEHOLD: 'home',
  PURCHASE: 'money',
  BALANCE: 'money',
  OVERDUE: 'money',
  CREDIT: 'money',
  SUPPORT_HISTORY: 'helpdesk',
  NETWORK_ADDRESS: 'web visits',
  DEVICE: 'web visits',
  BROWSING: 'web visits',
  CREDENTIAL: 'sign-in',
  ACCESS_HISTORY: 'log',
  EMPLOYEE_IDENTITY: 'staff',
  EMPLOYMENT: 'staff',
};
