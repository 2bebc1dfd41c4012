import type { DataCategory } from '../../src/town/shared/graphql/generated/schema.ts';

/** The query that every persona sends. */
export const tourQuery = /* GraphQL */ `
  query Tour($id: ID!, $since: DateTime!) {
    resident(id: $id) {
      givenName
      initials
      birthDate
      ageBand
      email
      emailHint
      phone
      phoneHint
      address {
        street
        locality
      }
      household {
        id
      }
      purchases(first: 1) {
        edges {
          node {
            amount
          }
        }
      }
      account {
        balance
        overdueAmount
        creditCheckOpen
      }
      tickets(first: 1) {
        edges {
          node {
            subject
          }
        }
      }
    }
    accessEntries(first: 1, filter: { from: $since }) {
      edges {
        node {
          subjects {
            relationship
          }
        }
      }
    }
  }
`;

/** A column of the tour's table: the paths of its value and its hint in the answer, and their data categories. */
export interface Column {
  readonly title: string;
  readonly value: readonly string[];
  readonly category: DataCategory;
  readonly hint?: readonly string[];
  readonly hintCategory?: DataCategory;
}

const resident = (...path: readonly string[]): readonly string[] => ['resident', ...path];

export const columns: readonly Column[] = [
  { title: 'name', value: resident('givenName'), category: 'NAME', hint: resident('initials'), hintCategory: 'INITIALS' },
  { title: 'birth date', value: resident('birthDate'), category: 'BIRTH_DATE' },
  { title: 'age band', value: resident('ageBand'), category: 'AGE' },
  { title: 'email', value: resident('email'), category: 'EMAIL', hint: resident('emailHint'), hintCategory: 'EMAIL_HINT' },
  { title: 'phone', value: resident('phone'), category: 'TELEPHONE', hint: resident('phoneHint'), hintCategory: 'TELEPHONE_HINT' },
  {
    title: 'address',
    value: resident('address', 'street'),
    category: 'ADDRESS',
    hint: resident('address', 'locality'),
    hintCategory: 'LOCALITY',
  },
  { title: 'household', value: resident('household', 'id'), category: 'HOUSEHOLD' },
  { title: 'purchases', value: resident('purchases', 'edges', '0', 'node', 'amount'), category: 'PURCHASE' },
  { title: 'balance', value: resident('account', 'balance'), category: 'BALANCE' },
  { title: 'overdue', value: resident('account', 'overdueAmount'), category: 'OVERDUE' },
  { title: 'credit', value: resident('account', 'creditCheckOpen'), category: 'CREDIT' },
  { title: 'support', value: resident('tickets', 'edges', '0', 'node', 'subject'), category: 'SUPPORT_HISTORY' },
  {
    title: 'who looked',
    value: ['accessEntries', 'edges', '0', 'node', 'subjects', '0', 'relationship'],
    category: 'ACCESS_HISTORY',
  },
];

/** The value that a persona sees in a cell. */
export type Seen = 'value' | 'hint' | 'withheld' | 'not there';

/** The value of an answer's data in a column. */
export function seenIn(data: unknown, column: Column): Seen {
  if (at(data, column.value) !== null) return 'value';
  if (column.hint && at(data, column.hint) !== null) return 'hint';
  const root = at(data, column.value.slice(0, 1));
  const empty = root === null || at(root, ['edges', 'length']) === 0;
  return empty ? 'not there' : 'withheld';
}

function at(data: unknown, path: readonly string[]): unknown {
  let here = data;
  for (const step of path) {
    if (typeof here !== 'object' || here === null) return null;
    here = (here as Record<string, unknown>)[step];
  }
  return here ?? null;
}
