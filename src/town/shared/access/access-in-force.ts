import type { AccessCondition } from '../../../log/store/staging/access-condition.ts';
import { credentialsInForce, usesProof } from '../../../identity/authentication/credentials-in-force.ts';
import { textArray } from '../../../platform/sql/sql.ts';
import { partnerRoles } from '../../policy/partners/partners.ts';
import { employeeRoles } from '../../policy/words/roles.ts';

/**
 * Whether the access of a principal is in force, over the columns of `access-condition.ts`. A resident needs no record, because residents
 * register themselves.
 */
export const accessInForce: AccessCondition = {
  predicate: `${credentialsInForce(['RESIDENT'])} and case
  when held.held_role is null then held.held_by is null
  when held.held_role = 'ANONYMOUS' then true
  when held.held_role = 'RESIDENT' then not exists (
    select from recreation.resident ended where ended.id = held.held_by and ended.access_ended_at is not null)
  when held.held_role = any(${textArray(employeeRoles)}) then exists (
    select from recreation.employee staff
    where staff.id = held.held_by and staff.roles @> array[held.held_role] and staff.access_ended_at is null and not staff.awaits_acceptance)
  when held.held_role = any(${textArray(partnerRoles)}) then exists (
    select from recreation.partner partner
    where partner.id = held.held_by and partner.role = held.held_role and partner.access_ended_at is null)
    and not exists (select from recreation.mandate revoked where revoked.id = held.held_authority and revoked.revoked_at is not null)
  else false end and ${usesProof}`,
};
