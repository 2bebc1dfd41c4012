import { expect, test } from '@jest/globals';
import { cast, matters } from '../../../../demo/personas.ts';
import { useGateway } from '../../../helpers/gateway/use-gateway.ts';

// Clause `access`: an employee who is also a resident never works on their own record, whatever path leads to it.
const gateway = useGateway();

test('an employee does not see their own record in the household of a served person', async () => {
  await gateway.database.asOwner(
    `insert into recreation.household_member
     select household_id, unnest($2::uuid[]), false from recreation.household_member where resident_id = $1 and is_home`,
    [cast.resident, [cast.clerkAsResident, cast.neighbour]],
  );
  const query = `{ resident(id: "${cast.resident}") { household { members { residentId givenName ageBand } } } }`;
  const served = await gateway.ask('customer-service', query, { purpose: 'SERVICE_PROVISION', case: matters.encounter });
  const members = served.data.resident.household.members.map(({ residentId }: { residentId: string }) => residentId);
  expect(members).toContain(cast.neighbour);
  expect(members).not.toContain(cast.clerkAsResident);
  // A resident of that household sees the record.
  const own = await gateway.ask('guardian', `{ me { household { members { residentId } } } }`);
  expect(own.data.me.household.members.map(({ residentId }: { residentId: string }) => residentId)).toContain(cast.clerkAsResident);
});
