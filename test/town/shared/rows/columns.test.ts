import { describe, expect, test } from '@jest/globals';
import type { Account, Ticket, UpdateContactInput } from '../../../../src/town/shared/graphql/generated/schema.ts';
import { project, type Columns } from '../../../../src/town/shared/rows/columns.ts';
import { contactFields, type StoredField } from '../../../../src/town/people/resident-columns.ts';
import type { Row } from '../../../../src/town/shared/rows/row.ts';
import { sql } from '../../../../src/platform/sql/sql.ts';

const columns = {
  id: sql`account.resident_id`,
  balance: sql`account.balance::text`,
  overdueAmount: sql`account.overdue_amount::text`,
  overdueSince: sql`account.overdue_since::text`,
  creditCheckOpen: sql`account.credit_check_open`,
};

// `npm run check:types` fails if one of these lines compiles.
describe('the compiler refuses', () => {
  test('a column that is not a field of the type', () => {
    // @ts-expect-error -- misspelt
    const misspelt: Columns<Account> = { ...columns, balanse: sql`account.balance` };
    const key: Columns<Account> = { ...columns, resident: sql`account.resident_id` };
    expect([misspelt, key]).toHaveLength(2);
  });

  test('a type whose field has no column', () => {
    const { balance: _left, ...rest } = columns;
    // @ts-expect-error -- without balance
    const lacking: Columns<Account> = rest;
    const elsewhere: Columns<Account, 'balance'> = rest;
    // @ts-expect-error -- not a field of the type
    const unknown: Columns<Account, 'balanse'> = columns;
    expect([lacking, elsewhere, unknown]).toHaveLength(3);
  });

  test('a read of a row under a name that is not a field', () => {
    const row: Row<Ticket> = { number: 'T-1', assignee: 'an id' };
    // @ts-expect-error -- misspelt
    expect(row.asignee).toBeUndefined();
    expect(row.assignee).toBe('an id');
  });

  test('an input field that the table of resident columns lacks', () => {
    const { email: _left, ...rest } = contactFields;
    // @ts-expect-error -- without email
    const lacking: Readonly<Record<Exclude<keyof UpdateContactInput, 'residentId' | 'address'>, StoredField>> = rest;
    expect(lacking).toBe(rest);
  });
});

test('the same set of fields returns the same cached list', () => {
  const fields = new Set(['balance', 'resident']);
  expect(project(columns, fields)).toBe(project(columns, fields));
});
