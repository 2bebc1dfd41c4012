import { acknowledgementsOf } from '../../../demo/population/acknowledgements.ts';
import type { Role } from '../../../src/town/shared/graphql/generated/schema.ts';
import type { Policy } from '../../../src/engine/policy/declaration/policy.ts';
import type { TestDatabase } from '../database/cluster.ts';

/** Lets all employees of a database acknowledge what their purposes are for under a policy. */
export async function acknowledgeAll(database: TestDatabase, policy: Policy, now: Date): Promise<void> {
  const employees = await database.asOwner<{ id: string; roles: Role[] }>('select id, roles from recreation.employee');
  await database.asOwner(
    `insert into recreation.acknowledgement
     select * from jsonb_populate_recordset(null::recreation.acknowledgement, $1::jsonb) on conflict do nothing`,
    [JSON.stringify(employees.flatMap((employee) => acknowledgementsOf(employee, now, policy)))],
  );
}
