import type { DataCategory } from '../generated/schema.ts';

/** What a data category is: its W3C DPV 2.3 term, and the weaker categories that its reader sees anyway. */
export interface CategoryDescription {
  /** A term of `pd:` (DPV-PD), or of `ntk:`, the project's own where DPV has none. */
  readonly term: string;
  /** Its hints: derived categories that say less. */
  readonly hints?: readonly DataCategory[];
}

/**
 * Every data category with its term. `pd:` = https://w3id.org/dpv/pd#
 * `ntk:` = urn:need-to-know:category: — DPV has no term for who looked, or for being on record at all.
 */
export const categories: Readonly<Record<DataCategory, CategoryDescription>> = {
  EXISTENCE: { term: 'ntk:Existence' },
  NAME: { term: 'pd:Name', hints: ['INITIALS'] },
  INITIALS: { term: 'pd:Name' },
  BIRTH_DATE: { term: 'pd:BirthDate', hints: ['AGE'] },
  AGE: { term: 'pd:Age' },
  EMAIL: { term: 'pd:EmailAddress', hints: ['EMAIL_HINT'] },
  EMAIL_HINT: { term: 'pd:EmailAddress' },
  TELEPHONE: { term: 'pd:TelephoneNumber', hints: ['TELEPHONE_HINT'] },
  TELEPHONE_HINT: { term: 'pd:TelephoneNumber' },
  ADDRESS: { term: 'pd:PhysicalAddress', hints: ['LOCALITY'] },
  LOCALITY: { term: 'pd:PhysicalAddress' },
  HOUSEHOLD: { term: 'pd:Household' },
  PURCHASE: { term: 'pd:Purchase' },
  BALANCE: { term: 'pd:Transaction' },
  OVERDUE: { term: 'pd:Transaction' },
  CREDIT: { term: 'pd:CreditWorthiness' },
  SUPPORT_HISTORY: { term: 'pd:Communication' },
  NETWORK_ADDRESS: { term: 'pd:IPAddress' },
  DEVICE: { term: 'pd:UserAgent' },
  BROWSING: { term: 'pd:BrowsingBehaviour' },
  CREDENTIAL: { term: 'pd:Password' },
  ACCESS_HISTORY: { term: 'ntk:AccessHistory' },
  EMPLOYEE_IDENTITY: { term: 'pd:Name' },
};

export const allCategories = Object.keys(categories) as readonly DataCategory[];
