import type { Reader } from '../../engine/reader.ts';
import { CompiledQuery } from 'kysely';
import { PrivacyError } from '../../platform/errors/errors.ts';
import type { Role } from '../graphql/generated/schema.ts';
import { partnerRoles } from '../policy/partners.ts';
import { employeeRoles } from '../policy/roles.ts';
import { textArray } from '../../platform/sql/sql.ts';

/** The claims of a token that can be withdrawn while the token is valid. */
export interface Holder {
  readonly id: string | undefined;
  readonly role: Role;
  /** A partner's mandate, unless it is refused already. */
  readonly mandateId: string | undefined;
  /** What a token of the embedded authorization server depends on; undefined: another issuer's, or no token. */
  readonly credential?: Credential | undefined;
  /** The digest of the id of a browser's session; undefined: it asks with a token, or with nothing. */
  readonly session?: Buffer | undefined;
  /** A proof of possession that the request uses up; undefined: its token needs none. */
  readonly proof?: { readonly digest: Buffer; readonly until: Date } | undefined;
}

/** What a token was issued under. It ends with any of them. */
export interface Credential {
  /** Who signed in; undefined: a partner’s client. */
  readonly account?: string | undefined;
  /** The digest of the grant: what somebody allowed an app. Of a partner’s token, its own digest. */
  readonly grant: Buffer;
  /** The id of the key that signed it or, of a partner’s token, the assertion of its client. */
  readonly key?: string | undefined;
  /** The registration of a partner’s client. */
  readonly client?: string | undefined;
}

/**
 * Whether the access of a principal is in force, as a predicate over a row `holder` with the columns `held_by`, `held_role`,
 * `held_mandate`, `held_grant`, `held_key`, `held_account`, `held_client`, `held_session`, `held_proof` and `held_proof_until`. A proof is used up by
 * the predicate. A resident needs no record, because residents register themselves. It names no condition of time: access that was
 * withdrawn is refused whatever the clocks of the gateway and the database say.
 */
export const accessInForce = `(holder.held_grant is null or exists (
  select from identity.artifact granted where granted.id = holder.held_grant)
  and (exists (select from identity.client client
    where client.id = holder.held_client and not holder.held_key = any(client.withdrawn_keys)) or holder.held_client is null
    and exists (select from identity.signing_key signed where signed.kid = holder.held_key and signed.withdrawn_at is null)
    and exists (select from identity.account holding where holding.id = holder.held_account and holding.disabled_at is null)))
  and (holder.held_session is null or exists (
  select from identity.session signed_in join identity.account owner on owner.id = signed_in.account_id
  where signed_in.hash = holder.held_session and signed_in.ended_at is null and owner.disabled_at is null
    and signed_in.role = holder.held_role and signed_in.principal_id = holder.held_by
    and signed_in.principal_id = case when signed_in.role <> 'RESIDENT' then owner.employee_id
      when owner.resident_id is null and owner.employee_id is null then owner.id else owner.resident_id end)) and case
  when holder.held_role = 'ANONYMOUS' then true
  when holder.held_role = 'RESIDENT' then not exists (
    select from recreation.resident ended where ended.id = holder.held_by and ended.access_ended_at is not null)
  when holder.held_role = any(${textArray(employeeRoles)}) then exists (
    select from recreation.employee staff
    where staff.id = holder.held_by and staff.roles @> array[holder.held_role] and staff.access_ended_at is null and not staff.awaits_acceptance)
  when holder.held_role = any(${textArray(partnerRoles)}) then exists (
    select from recreation.partner partner
    where partner.id = holder.held_by and partner.role = holder.held_role and partner.access_ended_at is null)
    and not exists (select from recreation.mandate revoked where revoked.id = holder.held_mandate and revoked.revoked_at is not null)
  else false end and (holder.held_proof is null or identity.use_proof(holder.held_proof, holder.held_proof_until))`;

/** The columns of a row `holder`, with their types and values. */
export const holderNames =
  'held_by, held_role, held_mandate, held_grant, held_key, held_account, held_client, held_session, held_proof, held_proof_until';
export const holderTypes = ['uuid', 'text', 'uuid', 'bytea', 'text', 'uuid', 'uuid', 'bytea', 'bytea', 'timestamptz'] as const;

/** @param holder undefined: nobody in particular, whose access cannot end */
export function holderValues(holder: Holder | undefined): readonly unknown[] {
  const { grant = null, key = null, account = null, client = null } = holder?.credential ?? {};
  const { id = null, role = 'ANONYMOUS', mandateId = null, session = null, proof } = holder ?? {};
  return [id, role, mandateId, grant, key, account, client, session, proof?.digest ?? null, proof?.until ?? null];
}

/** The statement that tells whether the access of a holder is in force, as `inForce`. */
export function isAccessInForce(holder: Holder | undefined): { readonly text: string; readonly values: unknown[] } {
  const given = holderTypes.map((type, at) => `$${at + 1}::${type}`).join(', ');
  return {
    text: `select ${accessInForce} as "inForce" from (values (${given})) as holder (${holderNames})`,
    values: [...holderValues(holder)],
  };
}

/**
 * Checks the access of a principal whose operation leaves no entry. Otherwise the entry is stored only while the access is in force.
 * @throws PrivacyError ACCESS_ENDED, DPOP_PROOF_INVALID
 */
export async function checkAccess(reader: Reader, holder: Holder): Promise<void> {
  if (!(await readInForce(reader, holder))) throw new PrivacyError(await whyEnded(reader, holder));
}

/** Why access was not in force: it has ended, or else the proof was used before. */
export async function whyEnded(reader: Reader, holder: Holder): Promise<'ACCESS_ENDED' | 'DPOP_PROOF_INVALID'> {
  return holder.proof && (await readInForce(reader, { ...holder, proof: undefined })) ? 'DPOP_PROOF_INVALID' : 'ACCESS_ENDED';
}

async function readInForce({ database }: Reader, holder: Holder): Promise<boolean> {
  const { text, values } = isAccessInForce(holder);
  const { rows } = await database.executeQuery<{ inForce: boolean }>(CompiledQuery.raw(text, values));
  return rows[0]?.inForce === true;
}
