import type { CategoryDescription } from '../../../engine/policy/declaration/vocabulary.ts';
import type { DataCategory } from '../../shared/graphql/generated/schema.ts';

/**
 * Every data category with its term. `pd:` = https://w3id.org/dpv/pd#
 * `ntk:` = urn:need-to-know:category: — DPV has no term for access history, for being on record, or since when.
 */
export const categories: Readonly<Record<DataCategory, CategoryDescription>> = {
  EXISTENCE: { term: 'ntk:Existence', label: 'that the person is on record', isIdentifier: true },
  // Drawn at random, so trying numbers reveals none. A search by card number is charged like one by name.
  CARD_NUMBER: { term: 'pd:UID', label: 'card number', isIdentifier: true },
  NAME: { term: 'pd:Name', label: 'name', hints: ['INITIALS'] },
  INITIALS: { term: 'pd:Name', label: 'initials' },
  BIRTH_DATE: { term: 'pd:BirthDate', label: 'birth date', hints: ['AGE'] },
  AGE: { term: 'pd:Age', label: 'age band' },
  EMAIL: { term: 'pd:EmailAddress', label: 'email address', hints: ['EMAIL_HINT'] },
  WAITING_EMAIL: { term: 'pd:EmailAddress', label: 'email address that waits for its link' },
  EMAIL_HINT: { term: 'pd:EmailAddress', label: 'email hint' },
  TELEPHONE: { term: 'pd:TelephoneNumber', label: 'telephone number', hints: ['TELEPHONE_HINT'] },
  TELEPHONE_HINT: { term: 'pd:TelephoneNumber', label: 'telephone hint' },
  ADDRESS: { term: 'pd:PhysicalAddress', label: 'address', hints: ['LOCALITY'] },
  LOCALITY: { term: 'pd:PhysicalAddress', label: 'town' },
  HOUSEHOLD: { term: 'pd:Household', label: 'household' },
  HELD_SINCE: { term: 'ntk:HeldSince', label: 'since when the record is unchanged' },
  PURCHASE: { term: 'pd:Purchase', label: 'purchases' },
  BALANCE: { term: 'pd:Transaction', label: 'balance' },
  OVERDUE: { term: 'pd:Transaction', label: 'overdue amount' },
  CREDIT: { term: 'pd:CreditWorthiness', label: 'credit check' },
  SUPPORT_HISTORY: { term: 'pd:Communication', label: 'support history' },
  NETWORK_ADDRESS: { term: 'pd:IPAddress', label: 'network address' },
  DEVICE: { term: 'pd:UserAgent', label: 'browser and platform' },
  BROWSING: { term: 'pd:BrowsingBehaviour', label: 'pages visited' },
  CREDENTIAL: { term: 'pd:Password', label: 'password' },
  ACCESS_HISTORY: { term: 'ntk:AccessHistory', label: 'who looked' },
  EMPLOYEE_IDENTITY: { term: 'pd:Name', label: 'employee’s name', isOfEmployee: true },
  EMPLOYEE_ROLES: { term: 'pd:Job', label: 'employee’s roles and their review' },
  EMPLOYMENT: { term: 'pd:CurrentEmployment', label: 'employee’s work address and dates' },
};

export const allCategories = Object.keys(categories) as readonly DataCategory[];
