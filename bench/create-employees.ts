import { Client } from 'pg';
import type { DatabaseRoles } from '../src/database/roles.ts';

/** Creates employees who serve at the counter and at the helpdesk. @returns their ids */
export async function createEmployees({ owner }: Pick<DatabaseRoles, 'owner'>, count: number): Promise<readonly string[]> {
  const client = new Client({ connectionString: owner });
  await client.connect();
  try {
    const { rows } = await client.query<{ id: string }>(
      `insert into recreation.employee (id, given_name, family_name, roles)
       select gen_random_uuid(), 'Bench', 'Employee', '{CUSTOMER_SERVICE,SUPPORT}' from generate_series(1, $1) returning id`,
      [count],
    );
    return rows.map(({ id }) => id);
  } finally {
    await client.end();
  }
}
