import type { Reader } from '../../../engine/rows/reader.ts';
import { sql, type Sql } from '../../../platform/sql/sql.ts';
import type { PartnerClient, QueryPartnerClientsArgs, RowScope } from '../../shared/graphql/generated/schema.ts';
import { project, type Columns } from '../../shared/rows/columns.ts';
import { areIndependent } from '../../staff/independence.ts';
import { readPage, type Page, type PageRequest } from '../../shared/rows/page.ts';
import type { Row } from '../../shared/rows/row.ts';
import type { Viewer } from '../../shared/access/scope.ts';

/** The status of `identity.registration client`. */
export const clientStatus = sql<string>`case
  when client.ended_at is not null then 'ENDED'
  when client.approved_at is null then 'AWAITING_APPROVAL'
  when client.suspended_at is not null then 'SUSPENDED'
  else 'IN_FORCE'
end`;

/** The row `change` that another officer can approve: the newest one of `identity.registration client`, unless it is approved. */
const awaitedChange = sql`(
    select newest.* from identity.registration_change newest where newest.registration_id = client.id
    order by newest.proposed_at desc, newest.id desc limit 1) change
  where change.approved_at is null and client.ended_at is null`;

/** Whether the viewer can approve `identity.registration client`. It is never null. */
function awaitsApprovalOf({ role, principalId }: Viewer, now: Date): Sql<boolean> {
  const viewer = principalId ?? null;
  return sql`coalesce(${role === 'PRIVACY_OFFICER'} and (
    ${clientStatus} = 'AWAITING_APPROVAL' and ${areIndependent(viewer, sql`client.recorded_by`, now)}
    or exists (select from ${awaitedChange} and ${areIndependent(viewer, sql`change.proposed_by`, now)})), false)`;
}

function columnsFor(viewer: Viewer, now: Date): Columns<PartnerClient, 'id'> {
  return {
    // The partner's id: the resolver loads the row by it.
    partner: sql`client.partner_id`,
    name: sql`client.name`,
    contact: sql`client.contact`,
    jwks: sql`client.jwks::text`,
    jwksUri: sql`client.jwks_uri`,
    categories: sql`client.categories`,
    status: clientStatus,
    recordedAt: sql`client.recorded_at`,
    approvedAt: sql`client.approved_at`,
    suspendedAt: sql`client.suspended_at`,
    suspendReason: sql`client.suspend_reason`,
    formerJwks: sql`case when client.former_until > ${now}::timestamptz then client.former_jwks::text end`,
    formerJwksUntil: sql`case when client.former_until > ${now}::timestamptz then client.former_until end`,
    withdrawnKeys: sql`client.withdrawn_keys`,
    proposal: sql`(select jsonb_build_object('id', change.id, 'kind', change.kind, 'jwks', change.jwks::text, 'jwksUri', change.jwks_uri,
      'overlapDays', change.overlap_days, 'proposedAt', change.proposed_at) from ${awaitedChange})`,
    endedAt: sql`client.ended_at`,
    endReason: sql`client.end_reason`,
    awaitsMyApproval: awaitsApprovalOf(viewer, now),
  };
}

/** ALL is the only scope. */
function inScope(scope: RowScope | undefined): Sql<boolean> {
  return scope === 'ALL' ? sql`true` : sql`false`;
}

/** Reads one client within a scope; undefined if it is unknown or out of scope. */
export async function readPartnerClient(
  reader: Reader,
  scope: RowScope | undefined,
  viewer: Viewer,
  id: string,
  fields: ReadonlySet<string>,
): Promise<Row<PartnerClient> | undefined> {
  const { rows } = await sql<Row<PartnerClient>>`
    select client.id, ${project(columnsFor(viewer, reader.now), fields)} from identity.registration client
    where client.id = ${id}::uuid and ${inScope(scope)}`.execute(reader.database);
  return rows[0];
}

/** The conditions of a list of clients. */
export type WantedClients = Omit<QueryPartnerClientsArgs, 'first' | 'after' | 'last' | 'before'>;

/** Reads a page of the clients within a scope that meet every condition, the newest first. */
export function readPartnerClients(
  reader: Reader,
  scope: RowScope | undefined,
  viewer: Viewer,
  { status, partnerId, awaitsMyApproval }: WantedClients,
  page: PageRequest,
  fields: ReadonlySet<string>,
): Promise<Page<PartnerClient>> {
  const conditions = [
    inScope(scope),
    ...(status ? [sql<boolean>`${clientStatus} = ${status}`] : []),
    ...(partnerId ? [sql<boolean>`client.partner_id = ${partnerId}::uuid`] : []),
    ...(typeof awaitsMyApproval === 'boolean' ? [sql<boolean>`${awaitsApprovalOf(viewer, reader.now)} = ${awaitsMyApproval}`] : []),
  ];
  return readPage<PartnerClient>(
    reader,
    {
      columns: sql`client.id, ${project(columnsFor(viewer, reader.now), fields)}`,
      from: sql`identity.registration client`,
      where: sql.join<boolean>(conditions, sql` and `),
      key: { expression: sql`client.recorded_at`, type: 'timestamptz', descending: true },
      id: sql`client.id`,
    },
    page,
  );
}
