import type { Reader } from '../../../engine/rows/reader.ts';
import { PrivacyError } from '../../../platform/errors/errors.ts';
import type { PartnerClientChangeKind, RowScope } from '../../shared/graphql/generated/schema.ts';
import { sql } from '../../../platform/sql/sql.ts';
import { assertIndependent } from '../../staff/independence.ts';
import { lockClient } from './partner-client-writes.ts';
import type { Viewer } from '../../shared/access/scope.ts';

/** The viewer who changes clients, and the scope. */
export interface ClientWriter {
  readonly reader: Reader;
  readonly scope: RowScope | undefined;
  readonly viewer: Viewer;
}

/** Keys that replace those of a client. It has `jwks` or `jwksUri`. */
export interface NewKeys {
  readonly jwks: { readonly keys: readonly { readonly kid: string }[] } | undefined;
  readonly jwksUri: string | undefined;
  /** Days of 24 hours in which the replaced keys are accepted together with the new ones. */
  readonly overlapDays: number;
}

/**
 * Suspends a client. Its tokens are refused from the next request on.
 * @throws PrivacyError NOT_FOUND; CONFLICT if it is not in force
 */
export async function writeSuspension({ reader, scope, viewer }: ClientWriter, id: string, reason: string): Promise<void> {
  const { status } = await lockClient(reader, scope, viewer, id);
  if (status === 'ENDED') throw new PrivacyError('CONFLICT', { reason: 'CLIENT_ENDED' });
  if (status !== 'IN_FORCE') throw new PrivacyError('CONFLICT', { reason: 'CLIENT_NOT_IN_FORCE' });
  await sql`
    update identity.registration
    set suspended_by = ${viewer.principalId ?? null}::uuid, suspended_at = ${reader.now}::timestamptz, suspend_reason = ${reason}
    where id = ${id}::uuid`.execute(reader.database);
}

/**
 * Proposes to resume a client: nothing changes before another officer approves it.
 * @param changeId the id of the proposal, which replaces one that awaits its approval
 * @throws PrivacyError NOT_FOUND; CONFLICT if it is not suspended
 */
export async function writeResumption(writer: ClientWriter, id: string, changeId: string): Promise<void> {
  const { reader, scope, viewer } = writer;
  const { status } = await lockClient(reader, scope, viewer, id);
  if (status === 'ENDED') throw new PrivacyError('CONFLICT', { reason: 'CLIENT_ENDED' });
  if (status !== 'SUSPENDED') throw new PrivacyError('CONFLICT', { reason: 'CLIENT_NOT_SUSPENDED' });
  await propose(writer, id, changeId, 'RESUMPTION', undefined);
}

/**
 * Proposes keys in place of those of a client: nothing changes before another officer approves them.
 * @param changeId the id of the proposal, which replaces one that awaits its approval
 * @throws PrivacyError NOT_FOUND; CONFLICT if it is not approved yet or has ended, or if one of the keys was withdrawn
 */
export async function writeNewKeys(writer: ClientWriter, id: string, changeId: string, keys: NewKeys): Promise<void> {
  const { reader, scope, viewer } = writer;
  const { status } = await lockClient(reader, scope, viewer, id);
  if (status === 'ENDED') throw new PrivacyError('CONFLICT', { reason: 'CLIENT_ENDED' });
  if (status === 'AWAITING_APPROVAL') throw new PrivacyError('CONFLICT', { reason: 'CLIENT_NOT_IN_FORCE' });
  const kids = keys.jwks?.keys.map(({ kid }) => kid) ?? [];
  const { rows } = await sql`
    select from identity.registration client where client.id = ${id}::uuid and client.withdrawn_keys && ${kids}::text[]`.execute(
    reader.database,
  );
  if (rows.length > 0) throw new PrivacyError('CONFLICT', { reason: 'KEY_WITHDRAWN' });
  await propose(writer, id, changeId, 'KEYS', keys);
}

async function propose(
  { reader: { database, now }, viewer }: ClientWriter,
  id: string,
  changeId: string,
  kind: PartnerClientChangeKind,
  keys: NewKeys | undefined,
): Promise<void> {
  await sql`
    insert into identity.registration_change (id, registration_id, kind, jwks, jwks_uri, overlap_days, proposed_by, proposed_at)
    values (${changeId}::uuid, ${id}::uuid, ${kind}, ${keys?.jwks ? JSON.stringify(keys.jwks) : null}::jsonb, ${keys?.jwksUri ?? null},
      ${keys?.overlapDays ?? null}, ${viewer.principalId ?? null}::uuid, ${now}::timestamptz)`.execute(database);
}

/**
 * Approves a change that another officer proposed for a client, and makes it.
 * @returns the id of the client
 * @throws PrivacyError NOT_FOUND; CONFLICT if the viewer proposed it or is not independent of the proposer, it is approved already, another
 *   was proposed since, or the client has ended
 */
export async function writeChangeApproval({ reader, scope, viewer }: ClientWriter, changeId: string): Promise<string> {
  const { database, now } = reader;
  const { rows: named } = await sql<{ clientId: string }>`
    select change.registration_id as "clientId" from identity.registration_change change where change.id = ${changeId}::uuid`.execute(
    database,
  );
  const { clientId } = named[0] ?? { clientId: changeId };
  const { status } = await lockClient(reader, scope, viewer, clientId);
  if (!named[0]) throw new PrivacyError('NOT_FOUND');
  const { rows } = await sql<{ kind: PartnerClientChangeKind; proposedBy: string; isApproved: boolean; isNewest: boolean }>`
    select change.kind, change.proposed_by as "proposedBy", change.approved_at is not null as "isApproved", not exists (
      select from identity.registration_change later where later.registration_id = change.registration_id
        and (later.proposed_at, later.id) > (change.proposed_at, change.id)) as "isNewest"
    from identity.registration_change change where change.id = ${changeId}::uuid`.execute(database);
  const { kind, proposedBy, isApproved, isNewest } = rows[0]!;
  if (status === 'ENDED') throw new PrivacyError('CONFLICT', { reason: 'CLIENT_ENDED' });
  if (viewer.principalId === undefined || proposedBy === viewer.principalId) throw new PrivacyError('CONFLICT', { reason: 'OWN_PROPOSAL' });
  if (isApproved) throw new PrivacyError('CONFLICT', { reason: 'ALREADY_APPROVED' });
  if (!isNewest) throw new PrivacyError('CONFLICT', { reason: 'OTHER_PROPOSAL' });
  await assertIndependent(reader, viewer.principalId, [proposedBy]);
  await sql`
    update identity.registration_change set approved_by = ${viewer.principalId}::uuid, approved_at = ${now}::timestamptz
    where id = ${changeId}::uuid`.execute(database);
  if (kind === 'RESUMPTION')
    await sql`
      update identity.registration set suspended_by = null, suspended_at = null, suspend_reason = null
      where id = ${clientId}::uuid`.execute(database);
  else await replaceKeys(reader, clientId, changeId);
  return clientId;
}

/** If uploaded keys replace uploaded keys, both are accepted for a time. The key set at an address holds old and new keys itself. */
async function replaceKeys({ database, now }: Reader, clientId: string, changeId: string): Promise<void> {
  await sql`
    update identity.registration client
    set former_jwks = case when client.jwks is not null and change.jwks is not null and change.overlap_days > 0 then client.jwks end,
      former_until = case when client.jwks is not null and change.jwks is not null and change.overlap_days > 0
        then ${now}::timestamptz + change.overlap_days * interval '24 hours' end,
      jwks = change.jwks, jwks_uri = change.jwks_uri
    from identity.registration_change change where change.id = ${changeId}::uuid and client.id = ${clientId}::uuid`.execute(database);
}

/**
 * Withdraws a key of a client, which may have been stolen. It is never accepted again, and the tokens that it obtained are refused from the
 * next request on.
 * @param kid the id of the key
 * @throws PrivacyError NOT_FOUND, also if the client has uploaded its keys and none has this id; CONFLICT if the client has ended
 */
export async function writeKeyWithdrawal({ reader, scope, viewer }: ClientWriter, id: string, kid: string): Promise<void> {
  const { status } = await lockClient(reader, scope, viewer, id);
  if (status === 'ENDED') throw new PrivacyError('CONFLICT', { reason: 'CLIENT_ENDED' });
  const sought = JSON.stringify({ keys: [{ kid }] });
  const { rows } = await sql`
    update identity.registration client set withdrawn_keys = array(select distinct key from unnest(client.withdrawn_keys || ${kid}::text) key)
    where client.id = ${id}::uuid
      and (client.jwks_uri is not null or client.jwks @> ${sought}::jsonb or client.former_jwks @> ${sought}::jsonb)
    returning id`.execute(reader.database);
  if (rows.length === 0) throw new PrivacyError('NOT_FOUND', { reason: 'KEY_UNKNOWN' });
}

/** Records how a partner is reached. @throws PrivacyError NOT_FOUND; CONFLICT if the client has ended */
export async function writeContact({ reader, scope, viewer }: ClientWriter, id: string, contact: string): Promise<void> {
  const { status } = await lockClient(reader, scope, viewer, id);
  if (status === 'ENDED') throw new PrivacyError('CONFLICT', { reason: 'CLIENT_ENDED' });
  await sql`update identity.registration set contact = ${contact} where id = ${id}::uuid`.execute(reader.database);
}
