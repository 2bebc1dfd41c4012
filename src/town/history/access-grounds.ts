import type { Reader } from '../../engine/rows/reader.ts';
import { aboutPerson } from '../../engine/rows/row.ts';
import { sql, type Sql } from '../../platform/sql/sql.ts';
import type { AccessGround, AccessNeedKind, RowScope } from '../shared/graphql/generated/schema.ts';
import { project, type Columns } from '../shared/rows/columns.ts';
import { mandateStatus } from '../mandates/mandate-in-force.ts';
import { isEncounterOpen } from '../shared/access/open-case.ts';
import type { Row } from '../shared/rows/row.ts';
import type { Viewer } from '../shared/access/scope.ts';
import { isMandateSealed } from '../mandates/seals/sealed-orders.ts';

const columns: Columns<AccessGround, 'id'> = {
  role: sql`ground.role`,
  // The partner's id: the resolver loads the row by it.
  partner: sql`ground.partner_id`,
  purpose: sql`ground.purpose`,
  categories: sql`ground.categories`,
  need: sql`jsonb_build_object('kind', ground.kind, 'reference', ground.reference, 'openedAt', ground.opened_at, 'closedAt', ground.ends_at)`,
};

/**
 * Reads the cases and mandates that let others read the viewer's own record now, newest first. SELF is the only scope. The statement that
 * reads them leaves out sealed mandates, so a sealed mandate does not change its time.
 */
export async function readAccessGrounds(
  reader: Reader,
  scope: RowScope | undefined,
  viewer: Viewer,
  kind: AccessNeedKind | null | undefined,
  fields: ReadonlySet<string>,
): Promise<readonly Row<AccessGround>[]> {
  const own = scope === 'SELF' ? (viewer.principalId ?? null) : null;
  const { rows } = await sql<Row<AccessGround>>`
    select ground.kind || ' ' || ground.id as "pageId", ${project(columns, fields)}
    from recreation.resident resident cross join lateral (${grounds(reader.now)}) ground
    where resident.id = ${own}::uuid and ground.kind = coalesce(${kind ?? null}::text, ground.kind)
    order by ground.opened_at desc, ground.id`.execute(reader.database);
  return rows.map((row) => aboutPerson(row, own));
}

/**
 * The open cases and mandates about `recreation.resident resident`, each with its role or partner and its purpose. An encounter of another
 * member of the home is left out, even if it also serves a minor: it would tell the minor who is at the counter, and who is
 * address-protected.
 */
function grounds(now: Date): Sql {
  return sql`
    select 'ENCOUNTER' as kind, encounter.id, 'CUSTOMER_SERVICE' as role, null::uuid as partner_id, encounter.purpose, null::text[] as categories,
      null::text as reference, encounter.started_at as opened_at, null::timestamptz as ends_at
    from recreation.encounter encounter
    where encounter.resident_id = resident.id and ${isEncounterOpen(now)}
    union all
    select 'TICKET', ticket.id, 'SUPPORT', null, 'CUSTOMER_SUPPORT', null, ticket.number, ticket.opened_at, null
    from recreation.ticket ticket
    where ticket.resident_id = resident.id and ticket.closed_at is null and ticket.assignee_id is not null
    union all
    select 'REQUEST', request.id, 'PRIVACY_OFFICER', null, 'RIGHTS_FULFILMENT', null, request.number, request.filed_at, null
    from recreation.request request
    where request.resident_id = resident.id and request.answered_at is null and request.withdrawn_at is null
      and request.assignee_id is not null
    union all
    select 'MANDATE', mandate.id, partner.role, partner.id, mandate.purpose, mandate.categories, mandate.kind, mandate.valid_from,
      mandate.valid_until
    from recreation.mandate_subject named
    join recreation.mandate mandate on mandate.id = named.mandate_id
    join recreation.partner partner on partner.id = mandate.partner_id and partner.access_ended_at is null
    where named.resident_id = resident.id and ${mandateStatus(now)} = 'IN_FORCE' and not ${isMandateSealed(sql`mandate.id`, now)}`;
}
