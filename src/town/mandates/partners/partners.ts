import type { Reader } from '../../../engine/rows/reader.ts';
import { sql, type Sql } from '../../../platform/sql/sql.ts';
import type { PartnerOverview, QueryPartnersArgs, RowScope } from '../../shared/graphql/generated/schema.ts';
import { awaitsApprovalOf, awaitsSealApprovalOf } from '../approval/awaited-approval.ts';
import { project, type Columns } from '../../shared/rows/columns.ts';
import { mandateStatus } from '../mandate-in-force.ts';
import { mandateInScope } from '../mandates.ts';
import { readPage, type Page, type PageRequest } from '../../shared/rows/page.ts';
import type { Row } from '../../shared/rows/row.ts';
import type { Viewer } from '../../shared/access/scope.ts';

/** Reads partners by id. They are organisations, so their rows have no data subject. */
export async function readPartnersById(reader: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, Row>> {
  const { rows } = await sql<Row & { id: string }>`
    select partner.id, partner.name, partner.role from recreation.partner partner
    where partner.id = any(${[...ids]}::uuid[])`.execute(reader.database);
  return new Map(rows.map((row) => [row.id, row]));
}

/** The conditions of a list of partners. */
export type WantedPartners = Omit<QueryPartnersArgs, 'first' | 'after' | 'last' | 'before'>;

/**
 * Reads a page of the partners by name, each with the number of mandates that the viewer finds within the scope. An order about the viewer
 * is not counted, but its partner is listed. ALL is the only scope.
 */
export function readPartners(
  reader: Reader,
  scope: RowScope | undefined,
  viewer: Viewer,
  { role, awaitsMyApproval }: WantedPartners,
  page: PageRequest,
  fields: ReadonlySet<string>,
): Promise<Page<PartnerOverview>> {
  const mandates = sql`recreation.mandate mandate where mandate.partner_id = partner.id and ${mandateInScope(scope, viewer)}`;
  const approval = awaitsApprovalOf(viewer, reader.now);
  const sealApproval = awaitsSealApprovalOf(viewer, reader.now);
  const columns: Columns<PartnerOverview> = {
    // The partner's id: the resolver loads the row by it.
    partner: sql`partner.id`,
    accessEndedAt: sql`partner.access_ended_at`,
    mandateCounts: sql`(
      select coalesce(jsonb_object_agg(state.status, state.mandates), '{}')
      from (select ${mandateStatus(reader.now)} as status, count(*)::int as mandates from ${mandates} group by 1) state)`,
    awaitingMyApproval: sql`(select count(*)::int from ${mandates} and ${approval})`,
    sealsAwaitingMyApproval: sql`(select count(*)::int from ${mandates} and ${sealApproval})`,
  };
  const conditions: Sql<boolean>[] = [
    scope === 'ALL' ? sql`true` : sql`false`,
    ...(role ? [sql<boolean>`partner.role = ${role}`] : []),
    ...(typeof awaitsMyApproval === 'boolean'
      ? [sql<boolean>`exists (select from ${mandates} and (${approval} or ${sealApproval})) = ${awaitsMyApproval}`]
      : []),
  ];
  return readPage<PartnerOverview>(
    reader,
    {
      columns: project(columns, fields),
      from: sql`recreation.partner partner`,
      where: sql.join<boolean>(conditions, sql` and `),
      key: { expression: sql`lower(partner.name) collate "C"`, type: 'text' },
      id: sql`partner.id`,
    },
    page,
  );
}
