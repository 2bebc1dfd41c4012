import { textArray } from '../../platform/sql/sql.ts';

/**
 * The part of an access condition (`log/store/staging/access-condition.ts`) that tells whether the token or the session of a principal is in
 * force. An application adds whether the principal may still act, and `usesProof` at the end.
 * @param dataSubjectRoles the roles in which people act for themselves
 */
export function credentialsInForce(dataSubjectRoles: readonly string[]): string {
  return `(held.held_grant is null or exists (
  select from identity.artifact granted where granted.id = held.held_grant)
  and (exists (select from identity.client client
    where client.id = held.held_client and not held.held_key = any(client.withdrawn_keys)) or held.held_client is null
    and exists (select from identity.signing_key signed where signed.kid = held.held_key and signed.withdrawn_at is null)
    and exists (select from identity.account holding where holding.id = held.held_account and holding.disabled_at is null)))
  and (held.held_session is null or exists (
  select from identity.session signed_in join identity.account owner on owner.id = signed_in.account_id
  where signed_in.hash = held.held_session and signed_in.ended_at is null and owner.disabled_at is null
    and signed_in.role = held.held_role and signed_in.principal_id = held.held_by
    and signed_in.principal_id = case when not signed_in.role = any(${textArray(dataSubjectRoles)}) then owner.employee_id
      when owner.resident_id is null and owner.employee_id is null then owner.id else owner.resident_id end))`;
}

/** Uses up the proof of possession of a request. It comes last: a proof is used only where the access is in force otherwise. */
export const usesProof = '(held.held_proof is null or identity.use_proof(held.held_proof, held.held_proof_until))';
