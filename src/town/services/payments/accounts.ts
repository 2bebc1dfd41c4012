import type { Reader } from '../../../engine/rows/reader.ts';
import { aboutPerson } from '../../../engine/rows/row.ts';
import { sql, type Sql } from '../../../platform/sql/sql.ts';
import type { Account, RowScope } from '../../shared/graphql/generated/schema.ts';
import { project, type Columns } from '../../shared/rows/columns.ts';
import { countedPeople, mostNamedByCount } from '../../history/log/counted-people.ts';
import { readPage, type Page, type PageRequest } from '../../shared/rows/page.ts';
import type { Row } from '../../shared/rows/row.ts';
import { ownOrder } from '../../mandates/partners/own-order.ts';
import { residentInScope, type Viewer } from '../../shared/access/scope.ts';

const columns: Columns<Account, 'id'> = {
  balance: sql`account.balance::text`,
  overdueAmount: sql`account.overdue_amount::text`,
  overdueSince: sql`account.overdue_since::text`,
  creditCheckOpen: sql`account.credit_check_open`,
};

function select(fields: ReadonlySet<string>): Sql {
  return sql`account.resident_id as "residentId", ${project(columns, fields)}`;
}

/** Reads the accounts of residents in any scope. A resident without an account has no entry in the map. */
export async function readAccountsOf(
  reader: Reader,
  residentIds: readonly string[],
  fields: ReadonlySet<string>,
): Promise<ReadonlyMap<string, Row<Account>>> {
  const { rows } = await sql<Row<Account> & { residentId: string }>`
    select ${select(fields)} from recreation.account account
    where account.resident_id = any(${[...residentIds]}::uuid[])`.execute(reader.database);
  return new Map(rows.map((row) => [row.residentId, aboutPerson(row, row.residentId)]));
}

/**
 * Reads a page of the accounts of the residents within a scope, in the order of their ids.
 * @param overdue only accounts with (true) or without (false) an overdue amount; undefined: all
 */
export async function readAccounts(
  reader: Reader,
  scope: RowScope | undefined,
  viewer: Viewer,
  overdue: boolean | undefined,
  page: PageRequest,
  fields: ReadonlySet<string>,
): Promise<Page<Account>> {
  const listing = {
    columns: select(fields),
    from: sql`recreation.account account join recreation.resident resident on resident.id = account.resident_id`,
    where: sql<boolean>`${residentInScope(scope, viewer)} and ${isOverdue(overdue)}`,
    key: ownOrder(viewer) ?? { expression: sql`account.resident_id`, type: 'uuid' as const },
    id: sql`account.resident_id`,
    subject: countedPeople(sql`account.resident_id`, scope, overdue !== undefined),
    mostCounted: mostNamedByCount,
  };
  const found = await readPage<Account>(reader, listing, page);
  for (const row of found.rows) aboutPerson(row, row.residentId);
  return found;
}

function isOverdue(overdue: boolean | undefined): Sql<boolean> {
  if (overdue === undefined) return sql`true`;
  // Exactly the condition of the partial index on overdue accounts. The other accounts are read by the primary key.
  return overdue ? sql`account.overdue_amount > 0` : sql`not account.overdue_amount > 0`;
}
