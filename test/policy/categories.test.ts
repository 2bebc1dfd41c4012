import { expect, test } from '@jest/globals';
import type { DataCategory } from '../../src/generated/schema.ts';
import { allCategories, categories } from '../../src/policy/categories.ts';

// The statement's list of categories with their W3C DPV-PD terms, as a person wrote it.
const terms: Readonly<Record<DataCategory, string>> = {
  EXISTENCE: 'ntk:Existence',
  NAME: 'pd:Name',
  INITIALS: 'pd:Name',
  BIRTH_DATE: 'pd:BirthDate',
  AGE: 'pd:Age',
  EMAIL: 'pd:EmailAddress',
  EMAIL_HINT: 'pd:EmailAddress',
  TELEPHONE: 'pd:TelephoneNumber',
  TELEPHONE_HINT: 'pd:TelephoneNumber',
  ADDRESS: 'pd:PhysicalAddress',
  LOCALITY: 'pd:PhysicalAddress',
  HOUSEHOLD: 'pd:Household',
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
};

test('every category has the term of the vocabulary that the statement’s list names', () => {
  expect(Object.fromEntries(allCategories.map((category) => [category, categories[category].term]))).toEqual(terms);
});

test('a hint says less than its source', () => {
  expect(
    Object.fromEntries(allCategories.flatMap((category) => (categories[category].hints ? [[category, categories[category].hints]] : []))),
  ).toEqual({
    NAME: ['INITIALS'],
    BIRTH_DATE: ['AGE'],
    EMAIL: ['EMAIL_HINT'],
    TELEPHONE: ['TELEPHONE_HINT'],
    ADDRESS: ['LOCALITY'],
  });
});
