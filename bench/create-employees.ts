import { Client } from 'pg';
import { acknowledgementsOf } from '../demo/population/acknowledgements.ts';
import type { DatabaseRoles } from '../src/platform/postgres/roles/roles.ts';

/** Creates employees who serve at the counter and at the helpdesk, and have acknowledged what that is for. @returns their ids */
export async function createEmployees({ owner }: Pick<DatabaseRoles, 'owner'>, count: number): Promise<readonly string[]> {
  const client = new Client({ connectionString: owner });
  await client.connect();
  try {
    const { rows } = await client.query<{ id: string }>(
      `insert into recreation.employee (id, given_name, family_name, roles, record_declared_at)
       select gen_random_uuid(), 'Bench', 'Employee', '{CUSTOMER_SERVICE,SUPPORT}', now() from generate_series(1, $1) returning id`,
      [count],
    );
    const made = rows.flatMap(({ id }) => acknowledgementsOf({ id, roles: ['CUSTOMER_SERVICE', 'SUPPORT'] }, new Date()));
    await client.query(
      'insert into recreation.acknowledgement select * from jsonb_populate_recordset(null::recreation.acknowledgement, $1::jsonb)',
      [JSON.stringify(made)],
    );
    return rows.map(({ id }) => id);
  } finally {
    await client.end();
  }
}
