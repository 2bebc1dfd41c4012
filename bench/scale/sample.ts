import { Client } from 'pg';
import type { DatabaseRoles } from '../../src/platform/postgres/roles/roles.ts';

/** The people and names that the requests to a town use. */
export interface Sample {
  readonly residents: readonly string[];
  /** Residents to serve. The cast is left out, because it has encounters already. */
  readonly visitors: readonly string[];
  /** Residents with purchases. */
  readonly buyers: readonly string[];
}

/** Draws people from a whole town. The same town gives the same people. */
export async function drawSample(roles: Pick<DatabaseRoles, 'owner'>, counts: Readonly<Record<keyof Sample, number>>): Promise<Sample> {
  const outsideCast = `recreation.resident where id::text not like '10000000-%'`;
  const people = await columnOf(roles, drawn('id', outsideCast, counts.residents + counts.visitors));
  return {
    residents: people.slice(0, counts.residents),
    visitors: people.slice(counts.residents),
    buyers: await columnOf(roles, drawn('resident_id', '(select distinct resident_id from recreation.purchase) buyer', counts.buyers)),
  };
}

/**
 * Beginnings of common family names: a search for each fills `rows` rows.
 * @param most the largest number of beginnings
 */
export async function commonBeginnings(roles: Pick<DatabaseRoles, 'owner'>, rows: number, most: number): Promise<readonly string[]> {
  const beginnings = `(select left(lower(family_name), 2) as beginning from recreation.resident group by 1 having count(*) >= ${rows}) common`;
  return columnOf(roles, drawn('beginning', beginnings, most));
}

function drawn(column: string, from: string, count: number): string {
  return `select ${column}::text as value from ${from} order by md5(${column}::text) limit ${count}`;
}

async function columnOf(roles: Pick<DatabaseRoles, 'owner'>, statement: string): Promise<readonly string[]> {
  const client = new Client({ connectionString: roles.owner });
  await client.connect();
  try {
    const { rows } = await client.query<{ value: string }>(statement);
    return rows.map(({ value }) => value);
  } finally {
    await client.end();
  }
}
