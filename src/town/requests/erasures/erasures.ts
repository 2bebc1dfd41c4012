import type { Reader } from '../../../engine/rows/reader.ts';
import { sql, type Sql } from '../../../platform/sql/sql.ts';
import { PrivacyError } from '../../../platform/errors/errors.ts';
import type { Erasure, ErasureRule, RowScope } from '../../shared/graphql/generated/schema.ts';
import { entryInScope, readLogSubjects } from '../../history/entries/access-entries.ts';
import { project, type Columns } from '../../shared/rows/columns.ts';
import { isOnStaff } from '../../staff/employees.ts';
import { areIndependent, assertIndependent } from '../../staff/independence.ts';
import type { Row } from '../../shared/rows/row.ts';
import { residentInScope, type Viewer } from '../../shared/access/scope.ts';

/** Days in which a proposal can be approved. The database lets an approval be carried out within the same time. */
const daysToApprove = 30;

/** The viewer who proposes or approves an erasure, and the scope. */
export interface ErasureWriter {
  readonly reader: Reader;
  readonly scope: RowScope | undefined;
  readonly viewer: Viewer;
}

/** A proposed erasure of one person's part of access entries: the person whose request is the case. */
export interface NewErasure {
  readonly id: string;
  readonly rule: ErasureRule;
  readonly reason: string;
  /** Distinct ids of access entries. */
  readonly entryIds: readonly string[];
}

const columns: Columns<Erasure, 'id'> = {
  rule: sql`erasure.rule`,
  reason: sql`erasure.reason`,
  requestNumber: sql`request.number`,
  // The employees' ids: the resolvers load the rows by them.
  proposedBy: sql`erasure.proposed_by`,
  proposedAt: sql`erasure.proposed_at`,
  approvedBy: sql`erasure.approved_by`,
  approvedAt: sql`erasure.approved_at`,
  entries: sql`(
    select coalesce(jsonb_agg(jsonb_build_object('at', entry.at, 'role', entry.role, 'purpose', entry.template ->> 'purpose') order by entry.seq desc), '[]')
    from access_log.full_entry entry where entry.seq = any(erasure.numbers))`,
};

const erasures = sql`access_log.erasure erasure join recreation.request request on request.id = erasure.request_id
  left join recreation.resident resident on resident.id = erasure.person_id`;

// An officer must not take part in erasing an entry about their own read.
const isOwnRead = (viewer: Viewer): Sql<boolean> => sql`exists (
  select from access_log.entry entry where entry.seq = any(erasure.numbers) and entry.principal_id = ${viewer.principalId ?? null}::uuid)`;

const isLapsed = (now: Date): Sql<boolean> =>
  sql`(erasure.proposed_at <= ${new Date(now.getTime() - daysToApprove * 86_400_000)}::timestamptz)`;

/**
 * Proposes an erasure. Only entries that are in the scope can be named, so none that is sealed towards the person.
 * @returns the id of the person
 * @throws PrivacyError NOT_FOUND if an entry is unknown or out of scope; CONFLICT if one is a read of the viewer, or records an erasure
 */
export async function writeErasure({ reader, scope, viewer }: ErasureWriter, { id, rule, reason, entryIds }: NewErasure): Promise<string> {
  const people = scope === 'OPEN_REQUEST' ? await readLogSubjects(reader, scope, viewer) : [];
  const [personId] = people;
  if (personId === undefined || people.length > 1) throw new PrivacyError('NOT_FOUND');
  const { rows: entries } = await sql<{ number: string; stays: boolean }>`
    select entry.seq::text as number, entry.role = 'ERASER' or coalesce(entry.principal_id = ${viewer.principalId ?? null}::uuid, false) as stays
    from access_log.full_entry entry
    where entry.id = any(${[...entryIds]}::uuid[]) and ${await entryInScope(reader, scope, viewer)}`.execute(reader.database);
  if (entries.length !== entryIds.length) throw new PrivacyError('NOT_FOUND');
  if (entries.some(({ stays }) => stays)) throw new PrivacyError('CONFLICT', { reason: 'NOT_ERASABLE' });
  const numbers = entries.map(({ number }) => number);
  const { rows } = await sql`
    insert into access_log.erasure (id, rule, reason, request_id, person_id, numbers, proposed_by, proposed_at)
    select ${id}::uuid, ${rule}, ${reason}, ${viewer.caseId ?? null}::uuid, ${personId}::uuid, ${numbers}::bigint[],
      ${viewer.principalId ?? null}::uuid, ${reader.now}::timestamptz
    where ${isOnStaff(viewer.principalId, 'PRIVACY_OFFICER')} returning id`.execute(reader.database);
  if (rows.length === 0) throw new PrivacyError('NOT_FOUND');
  return personId;
}

/**
 * Approves an erasure that another officer proposed.
 * @returns the id of the person
 * @throws PrivacyError NOT_FOUND; CONFLICT if the viewer proposed it or is not independent of the proposer, if it is approved already or
 *   has lapsed, or if one of the entries is a read of the viewer
 */
export async function writeErasureApproval({ reader, scope, viewer }: ErasureWriter, id: string): Promise<string> {
  const { rows } = await sql<{ personId: string; proposedBy: string; isApproved: boolean; isLapsed: boolean; isOwnRead: boolean }>`
    select erasure.person_id as "personId", erasure.proposed_by as "proposedBy", erasure.approved_at is not null as "isApproved",
      ${isLapsed(reader.now)} as "isLapsed", ${isOwnRead(viewer)} as "isOwnRead"
    from ${erasures}
    where erasure.id = ${id}::uuid and (${residentInScope(scope, viewer)} or erasure.entry_id is not null)
      and ${isOnStaff(viewer.principalId, 'PRIVACY_OFFICER')} for update of erasure`.execute(reader.database);
  const [found] = rows;
  if (!found) throw new PrivacyError('NOT_FOUND');
  if (viewer.principalId === undefined || found.proposedBy === viewer.principalId)
    throw new PrivacyError('CONFLICT', { reason: 'OWN_PROPOSAL' });
  if (found.isApproved) throw new PrivacyError('CONFLICT', { reason: 'ALREADY_APPROVED' });
  if (found.isLapsed) throw new PrivacyError('CONFLICT', { reason: 'ERASURE_LAPSED' });
  if (found.isOwnRead) throw new PrivacyError('CONFLICT', { reason: 'NOT_ERASABLE' });
  await assertIndependent(reader, viewer.principalId, [found.proposedBy]);
  await sql`
    update access_log.erasure set approved_by = ${viewer.principalId}::uuid, approved_at = ${reader.now}::timestamptz
    where id = ${id}::uuid`.execute(reader.database);
  return found.personId;
}

/** Reads the erasures that the viewer can approve, as `writeErasureApproval` checks, the oldest first. */
export async function readErasuresToApprove(
  { reader, scope, viewer }: ErasureWriter,
  fields: ReadonlySet<string>,
): Promise<readonly Row<Erasure>[]> {
  const { rows } = await sql<Row<Erasure>>`
    select erasure.id, ${project(columns, fields)} from ${erasures}
    where erasure.approved_at is null and not ${isLapsed(reader.now)} and ${residentInScope(scope, viewer)}
      and ${isOnStaff(viewer.principalId, 'PRIVACY_OFFICER')} and not ${isOwnRead(viewer)}
      and ${areIndependent(viewer.principalId ?? null, sql`erasure.proposed_by`, reader.now)}
    order by erasure.proposed_at, erasure.id limit 100`.execute(reader.database);
  return rows;
}

/** Reads an erasure that the viewer has just proposed or approved. */
export async function readErasure(
  { reader, viewer }: ErasureWriter,
  id: string,
  fields: ReadonlySet<string>,
): Promise<Row<Erasure> | undefined> {
  const { rows } = await sql<Row<Erasure>>`
    select erasure.id, ${project(columns, fields)} from ${erasures}
    where erasure.id = ${id}::uuid and ${viewer.principalId ?? null}::uuid in (erasure.proposed_by, erasure.approved_by)`.execute(
    reader.database,
  );
  return rows[0];
}
