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
    const ids = rows.map(({ id }) => id);
    // A town has encounters of earlier days. For an empty table PostgreSQL plans scans, which a connection keeps until the table is analysed.
    await client.query(
      `insert into recreation.encounter (id, employee_id, resident_id, purpose, started_at, last_active_at, ended_at, served_at)
       select gen_random_uuid(), employee_id, resident_id, 'SERVICE_PROVISION', began_at, began_at, began_at, began_at
       from (select id as resident_id, now() - row_number() over () * interval '86 minutes' as began_at from recreation.resident limit 500) served,
         unnest($1::uuid[]) employee_id
       order by began_at`,
      [ids],
    );
    await client.query('analyze recreation.encounter');
    return ids;
  } finally {
    await client.end();
  }
}
