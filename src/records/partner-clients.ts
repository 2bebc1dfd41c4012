import { sql, type Sql } from '../sql.ts';
import type { PartnerClient, QueryPartnerClientsArgs, RowScope } from '../generated/schema.ts';
import { project, type Columns } from './columns.ts';
import { readPage, type Page, type PageRequest } from './page.ts';
import type { Reader } from './reader.ts';
import type { Row } from './row.ts';
import type { Viewer } from './scope.ts';

/** The status of `identity.registration client`. */
export const clientStatus = sql<string>`case
  when client.ended_at is not null then 'ENDED'
  when client.approved_at is null then 'AWAITING_APPROVAL'
  else 'IN_FORCE'
end`;

/** Whether the viewer can approve `identity.registration client`. It is never null. */
function awaitsApprovalOf({ role, principalId }: Viewer): Sql<boolean> {
  return sql`coalesce(${role === 'PRIVACY_OFFICER'} and ${clientStatus} = 'AWAITING_APPROVAL'
    and client.recorded_by <> ${principalId ?? null}::uuid, false)`;
}

function columnsFor(viewer: Viewer): Columns<PartnerClient, 'id'> {
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
    endedAt: sql`client.ended_at`,
    endReason: sql`client.end_reason`,
    awaitsMyApproval: awaitsApprovalOf(viewer),
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
    select client.id, ${project(columnsFor(viewer), fields)} from identity.registration client
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
    ...(typeof awaitsMyApproval === 'boolean' ? [sql<boolean>`${awaitsApprovalOf(viewer)} = ${awaitsMyApproval}`] : []),
  ];
  return readPage<PartnerClient>(
    reader,
    {
      columns: sql`client.id, ${project(columnsFor(viewer), fields)}`,
      from: sql`identity.registration client`,
      where: sql.join<boolean>(conditions, sql` and `),
      key: { expression: sql`client.recorded_at`, type: 'timestamptz', descending: true },
      id: sql`client.id`,
    },
    page,
  );
}
