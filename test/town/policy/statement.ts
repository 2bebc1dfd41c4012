import type { DataCategory, Purpose, Relationship, Role } from '../../../src/town/shared/graphql/generated/schema.ts';

// The tables of the municipality's privacy statement, written by hand and apart from the policy. The tests compare the
// policy with them, so nothing here may be derived from `src/town/policy/` or `src/town/policy/partners/partners.ts`.

/** The columns of the table “who sees what”. */
export const columns = [
  'name',
  'birth date',
  'age band',
  'email',
  'phone',
  'address',
  'household',
  'purchases',
  'balance',
  'overdue',
  'credit',
  'support history',
  'who looked',
];
/** The categories of a column. */
export const values: Readonly<Record<string, readonly DataCategory[]>> = {
  name: ['NAME'],
  'birth date': ['BIRTH_DATE'],
  'age band': ['AGE'],
  email: ['EMAIL'],
  phone: ['TELEPHONE'],
  address: ['ADDRESS'],
  household: ['HOUSEHOLD'],
  purchases: ['PURCHASE'],
  balance: ['BALANCE'],
  overdue: ['OVERDUE'],
  credit: ['CREDIT'],
  'support history': ['SUPPORT_HISTORY'],
  'who looked': ['ACCESS_HISTORY'],
};
/** The hints of a column. */
export const hints: Readonly<Record<string, readonly DataCategory[]>> = {
  name: ['INITIALS'],
  email: ['EMAIL_HINT'],
  phone: ['TELEPHONE_HINT'],
  address: ['LOCALITY'],
};

/**
 * The rows of the table. R: the value; H: the hint only; -: withheld. The counter sees no telephone number, and without an
 * encounter no town, because those would be null for address-protected people only.
 */
export const rows: readonly [Role, Purpose, Relationship, string][] = [
  // The sender without an account, of the one request that the code opens.
  ['ANONYMOUS', 'SELF_SERVICE', 'SELF', '- - - - - - - - - - - R -'],
  ['RESIDENT', 'SELF_SERVICE', 'SELF', 'R R R R R R R R R R R R R'],
  ['RESIDENT', 'SELF_SERVICE', 'GUARDIAN', 'R R R R R R R R R R - R R'],
  ['RESIDENT', 'SELF_SERVICE', 'HOUSEHOLD', 'R - - - - - - - - - - - -'],
  ['CUSTOMER_SERVICE', 'SERVICE_PROVISION', 'NONE', 'R - R H - - - - - - - - -'],
  ['CUSTOMER_SERVICE', 'SERVICE_PROVISION', 'ENCOUNTER', 'R - R R - R R R - - - - -'],
  ['CUSTOMER_SERVICE', 'PAYMENT', 'ENCOUNTER', 'R - - - - - - R R R - - -'],
  ['CUSTOMER_SERVICE', 'AGE_VERIFICATION', 'ENCOUNTER', 'R R R - - - - - - - - - -'],
  ['SUPPORT', 'CUSTOMER_SUPPORT', 'NONE', '- - - - - - - - - - - - -'],
  ['SUPPORT', 'CUSTOMER_SUPPORT', 'ASSIGNED_TICKET', 'R - - R R - - - - - - R -'],
  ['PRIVACY_OFFICER', 'RIGHTS_FULFILMENT', 'NONE', '- - - - - - - - - - - - -'],
  ['PRIVACY_OFFICER', 'RIGHTS_FULFILMENT', 'OPEN_REQUEST', 'R R R R R R R R R R R R R'],
  ['PRIVACY_OFFICER', 'ACCESS_REVIEW', 'NONE', '- - - - - - - - - - - - R'],
  ['PRIVACY_OFFICER', 'MANDATE_ADMINISTRATION', 'NONE', 'R R - - - H - - R R R - -'],
  ['SECURITY', 'WEBSITE_SECURITY', 'NONE', '- - - - - - - - - - - - -'],
  ['STAFF_ADMINISTRATOR', 'STAFF_ADMINISTRATION', 'NONE', '- - - - - - - - - - - - -'],
  ['MAINTENANCE_AGENT', 'MAINTENANCE', 'MANDATE', 'H - R H H H - - - - - - -'],
  ['CREDIT_REPORTING_AGENCY', 'CREDIT_VERIFICATION', 'MANDATE', 'R R - - - R - - - - - - -'],
  ['COLLECTION_AGENCY', 'DEBT_COLLECTION', 'MANDATE', 'R - - R R R - - - R - - -'],
  ['LAW_ENFORCEMENT', 'LEGAL_DEMAND', 'MANDATE', 'R R R R R R R R R R R R -'],
  ['CONTROL_AGENCY', 'CONTROL_AUDIT', 'MANDATE', '- - - - - - - - - - - - R'],
];

/** The roles inside the municipality, residents, and anonymous callers. Every other role of the schema is a partner. */
export const rolesInside: readonly Role[] = [
  'ANONYMOUS',
  'RESIDENT',
  'CUSTOMER_SERVICE',
  'SUPPORT',
  'PRIVACY_OFFICER',
  'SECURITY',
  'STAFF_ADMINISTRATOR',
];

/** The roles that see something only under a mandate. */
export const partnersInStatement: readonly Role[] = rows.filter(([, , relationship]) => relationship === 'MANDATE').map(([role]) => role);

/** The W3C DPV term of each purpose. */
export const purposeTerms: Readonly<Record<Purpose, string>> = {
  SELF_SERVICE: 'dpv:RightsFulfilment',
  RIGHTS_FULFILMENT: 'dpv:RightsFulfilment',
  SERVICE_PROVISION: 'dpv:RequestedServiceProvision',
  PAYMENT: 'dpv:PaymentManagement',
  AGE_VERIFICATION: 'dpv:AgeVerification',
  CUSTOMER_SUPPORT: 'dpv:CustomerCare',
  WEBSITE_SECURITY: 'dpv:EnforceSecurity',
  STAFF_ADMINISTRATION: 'dpv:PersonnelManagement',
  MAINTENANCE: 'dpv:TechnicalServiceProvision',
  MANDATE_ADMINISTRATION: 'dpv:LegalCompliance',
  CREDIT_VERIFICATION: 'fin:CreditChecking',
  DEBT_COLLECTION: 'fin:DebtManagement',
  LEGAL_DEMAND: 'dpv:LegalCompliance',
  ACCESS_REVIEW: 'ntk:AccessReview',
  CONTROL_AUDIT: 'ntk:ControlAudit',
};

/** The W3C DPV-PD term of each data category. */
export const categoryTerms: Readonly<Record<DataCategory, string>> = {
  EXISTENCE: 'ntk:Existence',
  CARD_NUMBER: 'pd:UID',
  NAME: 'pd:Name',
  INITIALS: 'pd:Name',
  BIRTH_DATE: 'pd:BirthDate',
  AGE: 'pd:Age',
  EMAIL: 'pd:EmailAddress',
  WAITING_EMAIL: 'pd:EmailAddress',
  EMAIL_HINT: 'pd:EmailAddress',
  TELEPHONE: 'pd:TelephoneNumber',
  TELEPHONE_HINT: 'pd:TelephoneNumber',
  ADDRESS: 'pd:PhysicalAddress',
  LOCALITY: 'pd:PhysicalAddress',
  HOUSEHOLD: 'pd:Household',
  HELD_SINCE: 'ntk:HeldSince',
  PURCHASE: 'pd:Purchase',
  BALANCE: 'pd:Transaction',
  OVERDUE: 'pd:Transaction',
  CREDIT: 'pd:CreditWorthiness',
  SUPPORT_HISTORY: 'pd:Communication',
  NETWORK_ADDRESS: 'pd:IPAddress',
  DEVICE: 'pd:UserAgent',
  BROWSING: 'pd:BrowsingBehaviour',
  CREDENTIAL: 'pd:Password',
  ACCESS_HISTORY: 'ntk:AccessHistory',
  EMPLOYEE_IDENTITY: 'pd:Name',
  EMPLOYEE_ROLES: 'pd:Job',
  EMPLOYMENT: 'pd:CurrentEmployment',
};
