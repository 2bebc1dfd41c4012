import type { Reader } from '../../../engine/rows/reader.ts';
import { sql } from '../../../platform/sql/sql.ts';
import { PrivacyError } from '../../../platform/errors/errors.ts';
import type { DataCategory, PartnerClientStatus, RowScope } from '../../shared/graphql/generated/schema.ts';
import { isOnStaff } from '../../staff/employees.ts';
import { assertIndependent } from '../../staff/independence.ts';
import { clientStatus } from './partner-clients.ts';
import type { Viewer } from '../../shared/access/scope.ts';

/** A new client. It has `jwks` or `jwksUri`. */
export interface NewClient {
  readonly id: string;
  readonly partnerId: string;
  readonly name: string;
  readonly contact: string;
  /** JSON Web Key Set with public keys only. */
  readonly jwks: object | undefined;
  readonly jwksUri: string | undefined;
  /** Undefined: every category. */
  readonly categories: readonly DataCategory[] | undefined;
}

/**
 * Records a client of a partner.
 * @throws PrivacyError NOT_FOUND if the partner is unknown or its access has ended, or the viewer is not a privacy officer
 */
export async function writeClient(
  { database, now }: Reader,
  scope: RowScope | undefined,
  { principalId }: Viewer,
  { id, partnerId, name, contact, jwks, jwksUri, categories }: NewClient,
): Promise<void> {
  const { rows } = await sql`
    insert into identity.registration (id, partner_id, name, contact, jwks, jwks_uri, categories, recorded_by, recorded_at)
    select ${id}::uuid, partner.id, ${name}, ${contact}, ${jwks ? JSON.stringify(jwks) : null}::jsonb, ${jwksUri ?? null},
      ${categories ? [...categories] : null}::text[], ${principalId ?? null}::uuid, ${now}::timestamptz
    from recreation.partner partner
    where partner.id = ${partnerId}::uuid and partner.access_ended_at is null
      and ${scope === 'ALL'} and ${isOnStaff(principalId, 'PRIVACY_OFFICER')} returning id`.execute(database);
  if (rows.length === 0) throw new PrivacyError('NOT_FOUND');
}

/**
 * Approves a client that another officer recorded.
 * @throws PrivacyError NOT_FOUND; CONFLICT if the viewer recorded it or is not independent of the recorder, it is approved already, or it
 *   has ended
 */
export async function writeClientApproval(reader: Reader, scope: RowScope | undefined, viewer: Viewer, id: string): Promise<void> {
  const { recordedBy, status } = await lockClient(reader, scope, viewer, id);
  if (status === 'ENDED') throw new PrivacyError('CONFLICT', { reason: 'CLIENT_ENDED' });
  if (viewer.principalId === undefined || recordedBy === viewer.principalId) throw new PrivacyError('CONFLICT', { reason: 'OWN_PROPOSAL' });
  if (status !== 'AWAITING_APPROVAL') throw new PrivacyError('CONFLICT', { reason: 'ALREADY_APPROVED' });
  await assertIndependent(reader, viewer.principalId, [recordedBy]);
  await sql`
    update identity.registration set approved_by = ${viewer.principalId}::uuid, approved_at = ${reader.now}::timestamptz
    where id = ${id}::uuid`.execute(reader.database);
}

/**
 * Ends a client. Its tokens are refused from the next request on.
 * @throws PrivacyError NOT_FOUND; CONFLICT if it has ended already
 */
export async function writeClientEnd(
  reader: Reader,
  scope: RowScope | undefined,
  viewer: Viewer,
  { id, reason }: { readonly id: string; readonly reason: string },
): Promise<void> {
  const { status } = await lockClient(reader, scope, viewer, id);
  if (status === 'ENDED') throw new PrivacyError('CONFLICT', { reason: 'CLIENT_ENDED' });
  await sql`
    update identity.registration
    set ended_by = ${viewer.principalId ?? null}::uuid, ended_at = ${reader.now}::timestamptz, end_reason = ${reason}
    where id = ${id}::uuid`.execute(reader.database);
}

/** Locks a client until the end of the transaction. @throws PrivacyError NOT_FOUND, also if the viewer is not a privacy officer */
export async function lockClient(
  { database }: Reader,
  scope: RowScope | undefined,
  { principalId }: Viewer,
  id: string,
): Promise<{ readonly recordedBy: string; readonly status: PartnerClientStatus }> {
  const { rows } = await sql<{ recordedBy: string; status: PartnerClientStatus }>`
    select client.recorded_by as "recordedBy", ${clientStatus} as status from identity.registration client
    where client.id = ${id}::uuid and ${scope === 'ALL'} and ${isOnStaff(principalId, 'PRIVACY_OFFICER')}
    for update of client`.execute(database);
  if (!rows[0]) throw new PrivacyError('NOT_FOUND');
  return rows[0];
}
