import type { AccessCondition } from '../../../log/store/staging/access-condition.ts';
import { textArray } from '../../../platform/sql/sql.ts';
import { partnerRoles } from '../../policy/partners/partners.ts';
import { employeeRoles } from '../../policy/words/roles.ts';

/**
 * Whether the access of a principal is in force, over the columns of `access-condition.ts`. A resident needs no record, because residents
 * register themselves.
 */
export const accessInForce: AccessCondition = {
  predicate: `(held.held_grant is null or exists (
  select from identity.artifact granted where granted.id = held.held_grant)
  and (exists (select from identity.client client
    where client.id = held.held_client and not held.held_key = any(client.withdrawn_keys)) or held.held_client is null
    and exists (select from identity.signing_key signed where signed.kid = held.held_key and signed.withdrawn_at is null)
    and exists (select from identity.account holding where holding.id = held.held_account and holding.disabled_at is null)))
  and (held.held_session is null or exists (
  select from identity.session signed_in join identity.account owner on owner.id = signed_in.account_id
  where signed_in.hash = held.held_session and signed_in.ended_at is null and owner.disabled_at is null
    and signed_in.role = held.held_role and signed_in.principal_id = held.held_by
    and signed_in.principal_id = case when signed_in.role <> 'RESIDENT' then owner.employee_id
      when owner.resident_id is null and owner.employee_id is null then owner.id else owner.resident_id end)) and case
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
  else false end and (held.held_proof is null or identity.use_proof(held.held_proof, held.held_proof_until))`,
};
