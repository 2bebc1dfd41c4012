import { describe, expect, test } from '@jest/globals';
import type { Account, Ticket, UpdateContactInput } from '../../src/generated/schema.ts';
import { project, type Columns } from '../../src/records/columns.ts';
import { contactFields, type StoredField } from '../../src/records/resident-columns.ts';
import type { Row } from '../../src/records/row.ts';
import { sql } from '../../src/sql.ts';

const columns = {
  balance: sql`account.balance::text`,
  overdueAmount: sql`account.overdue_amount::text`,
  overdueSince: sql`account.overdue_since::text`,
  creditCheckOpen: sql`account.credit_check_open`,
};

// What the compiler refuses: each line fails `npm run check:types` as soon as it would compile.
describe('the compiler refuses', () => {
  test('a column that is no field of the type', () => {
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
    // @ts-expect-error -- a field that the type does not have is not made elsewhere
    const unknown: Columns<Account, 'balanse'> = columns;
    expect([lacking, elsewhere, unknown]).toHaveLength(3);
  });

  test('a value that is read from a row under a name that it does not have', () => {
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

test('the same set of fields gives the same list', () => {
  const fields = new Set(['balance', 'resident']);
  expect(project(columns, fields)).toBe(project(columns, fields));
});
