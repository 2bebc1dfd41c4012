import type pg from 'pg';
import { cast, matters } from '../personas.ts';

// Some residents in each state that a mandate's conditions distinguish. They are chosen in the order of an index, so that
// five million residents cost no more than two thousand.
const choices: readonly (readonly [mandateId: string, from: string])[] = [
  [
    matters.workOrder,
    `recreation.resident other where not address_protected and other.id <> all($2) order by registered_at, other.id limit 3`,
  ],
  [matters.courtOrder, `recreation.resident other where other.id <> all($2) order by registered_at, other.id offset 3 limit 2`],
  [matters.creditCheck, accountsWhere('credit_check_open', 4)],
  [matters.creditCheck, accountsWhere('not credit_check_open', 2)],
  [matters.debtAssignment, accountsWhere('assigned_to is not null', 4)],
  [matters.debtAssignment, accountsWhere('overdue_amount > 0 and assigned_to is null', 1)],
  [matters.debtAssignment, accountsWhere('overdue_amount = 0', 1)],
];

/**
 * Adds a few residents outside the cast to the data subjects of the cast's mandates.
 * @returns the number of data subjects added
 */
export async function nameFurtherSubjects(client: pg.Client): Promise<number> {
  let named = 0;
  for (const [mandateId, from] of choices) {
    const { rowCount } = await client.query(`insert into recreation.mandate_subject select $1, other.id from ${from}`, [
      mandateId,
      Object.values(cast),
    ]);
    named += rowCount ?? 0;
  }
  return named;
}

function accountsWhere(condition: string, count: number): string {
  return `(select resident_id as id from recreation.account where ${condition} and resident_id <> all($2) order by resident_id limit ${count}) other`;
}
