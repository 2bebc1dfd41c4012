import type { Reader } from '../../engine/rows/reader.ts';
import { sql, type Sql } from '../../platform/sql/sql.ts';
import type { Mandate, QueryMandatesArgs, RowScope } from '../shared/graphql/generated/schema.ts';
import { project, type Columns } from '../shared/rows/columns.ts';
import { hasConflictOfInterest } from '../staff/conflict-of-interest.ts';
import { awaitsApprovalOf, awaitsSealApprovalOf } from './approval/awaited-approval.ts';
import { approvals, approvalsNeeded, mandateStatus } from './mandate-in-force.ts';
import { isToReview, sealedUntil, sealProposedUntil } from './seals/mandate-seals.ts';
import { lapsesSoon } from './approval/lapses.ts';
import { readPage, type Page, type PageRequest } from '../shared/rows/page.ts';
import type { Row } from '../shared/rows/row.ts';
import type { Viewer } from '../shared/access/scope.ts';

function columnsFor(viewer: Viewer, now: Date): Columns<Mandate, 'id'> {
  return {
    kind: sql`mandate.kind`,
    reference: sql`mandate.reference`,
    issuer: sql`mandate.issuer`,
    // The partner's id: the resolver loads the row by it.
    partner: sql`mandate.partner_id`,
    purpose: sql`mandate.purpose`,
    categories: sql`mandate.categories`,
    validFrom: sql`mandate.valid_from`,
    validUntil: sql`mandate.valid_until`,
    openEnded: sql`mandate.open_ended`,
    reconfirmedAt: sql`mandate.reconfirmed_at`,
    lapsesSoon: lapsesSoon(now),
    status: mandateStatus(now),
    approvals,
    approvalsRequired: approvalsNeeded,
    awaitsMyApproval: awaitsApprovalOf(viewer, now),
    sealedUntil,
    sealProposedUntil: sealProposedUntil(now),
    sealAwaitsMyApproval: awaitsSealApprovalOf(viewer, now),
    revokedAt: sql`mandate.revoked_at`,
    revocationReason: sql`mandate.revocation_reason`,
  };
}

/** Whether `recreation.mandate mandate` is within a scope. */
export function mandateInScope(scope: RowScope | undefined, { principalId, mandateId }: Viewer): Sql<boolean> {
  const principal = principalId ?? null;
  // A partner reaches only the mandate of its token, while it is in force.
  if (scope === 'MANDATE') return sql`(mandate.id = ${mandateId ?? null}::uuid and mandate.partner_id = ${principal}::uuid)`;
  if (scope !== 'ALL') return sql`false`;
  // An employee must not learn about an order that names the employee or a person in the employee's care.
  return sql`not exists (
    select from recreation.mandate_subject named
    where named.mandate_id = mandate.id and ${hasConflictOfInterest(principal, sql`named.resident_id`)})`;
}

/** Reads one mandate within a scope; undefined if it is unknown or out of scope, by the same statement. */
export async function readMandateById(
  reader: Reader,
  scope: RowScope | undefined,
  viewer: Viewer,
  id: string,
  fields: ReadonlySet<string>,
): Promise<Row<Mandate> | undefined> {
  const { rows } = await sql<Row<Mandate>>`
    select mandate.id, ${project(columnsFor(viewer, reader.now), fields)} from recreation.mandate mandate
    where mandate.id = ${id}::uuid and ${mandateInScope(scope, viewer)}`.execute(reader.database);
  return rows[0];
}

/** The conditions of a list of mandates. */
export type WantedMandates = Omit<QueryMandatesArgs, 'first' | 'after' | 'last' | 'before'>;

/** Reads a page of the mandates within a scope that meet every condition, the newest first. */
export function readMandates(
  reader: Reader,
  scope: RowScope | undefined,
  viewer: Viewer,
  { status, kind, partnerId, awaitsMyApproval, sealAwaitsMyApproval, lapsesSoon: wantsLapsing }: WantedMandates,
  page: PageRequest,
  fields: ReadonlySet<string>,
): Promise<Page<Mandate>> {
  const conditions = [
    mandateInScope(scope, viewer),
    ...(status ? [sql`${mandateStatus(reader.now)} = ${status}`] : []),
    ...(kind ? [sql`mandate.kind = ${kind}`] : []),
    ...(partnerId ? [sql`mandate.partner_id = ${partnerId}::uuid`] : []),
    ...(typeof awaitsMyApproval === 'boolean' ? [sql`${awaitsApprovalOf(viewer, reader.now)} = ${awaitsMyApproval}`] : []),
    ...(typeof sealAwaitsMyApproval === 'boolean' ? [sql`${awaitsSealApprovalOf(viewer, reader.now)} = ${sealAwaitsMyApproval}`] : []),
    ...(typeof wantsLapsing === 'boolean' ? [sql`${lapsesSoon(reader.now)} = ${wantsLapsing}`] : []),
  ];
  return readPage<Mandate>(
    reader,
    {
      columns: sql`mandate.id, ${project(columnsFor(viewer, reader.now), fields)}`,
      from: sql`recreation.mandate mandate`,
      where: sql.join<boolean>(conditions, sql` and `),
      key: { expression: sql`mandate.recorded_at`, type: 'timestamptz', descending: true },
      id: sql`mandate.id`,
    },
    page,
  );
}

/** Reads the mandates within a scope whose seals are due for review, earliest end first. */
export async function readSealsToReview(
  reader: Reader,
  scope: RowScope | undefined,
  viewer: Viewer,
  fields: ReadonlySet<string>,
): Promise<readonly Row<Mandate>[]> {
  const { rows } = await sql<Row<Mandate>>`
    select mandate.id, ${project(columnsFor(viewer, reader.now), fields)} from recreation.mandate mandate
    where ${isToReview(reader.now)} and ${mandateInScope(scope, viewer)} order by ${sealedUntil}, mandate.id`.execute(reader.database);
  return rows;
}

/** Revocations are shown to the other officers for this many days of 24 hours. */
const daysOfRevocation = 30;

/** Reads the mandates within a scope that an officer other than the viewer revoked lately, newest first. */
export async function readRevocationsToReview(
  reader: Reader,
  scope: RowScope | undefined,
  viewer: Viewer,
  fields: ReadonlySet<string>,
): Promise<readonly Row<Mandate>[]> {
  const since = new Date(reader.now.getTime() - daysOfRevocation * 86_400_000);
  const { rows } = await sql<Row<Mandate>>`
    select mandate.id, ${project(columnsFor(viewer, reader.now), fields)} from recreation.mandate mandate
    where mandate.revoked_at > ${since}::timestamptz and mandate.revoked_by <> ${viewer.principalId ?? null}::uuid
      and ${mandateInScope(scope, viewer)} order by mandate.revoked_at desc, mandate.id`.execute(reader.database);
  return rows;
}

/** Reads the ids of the data subjects of each mandate, in one batch. */
export async function readMandateSubjects(reader: Reader, mandateIds: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
  const { rows } = await sql<{ mandateId: string; residentIds: string[] }>`
    select named.mandate_id as "mandateId", array_agg(named.resident_id::text order by named.resident_id) as "residentIds"
    from recreation.mandate_subject named where named.mandate_id = any(${[...mandateIds]}::uuid[])
    group by named.mandate_id`.execute(reader.database);
  return new Map(rows.map(({ mandateId, residentIds }) => [mandateId, residentIds]));
}
