import type { Reader } from '../../engine/rows/reader.ts';
import { UniqueConstraintViolationException, type EntityManager } from '@mikro-orm/postgresql';
import { sql } from '../../platform/sql/sql.ts';
import { PrivacyError } from '../../platform/errors/errors.ts';
import type { DataCategory, MandateKind, Role, RowScope } from '../shared/graphql/generated/schema.ts';
import { mandateKinds } from '../policy/partners/partners.ts';
import { isOnStaff } from '../staff/employees.ts';
import { Mandate } from './entities/mandate-entity.ts';
import { MandateApproval } from './approval/mandate-approval-entity.ts';
import { MandateSeal } from './seals/mandate-seal-entity.ts';
import { MandateSubject } from './entities/mandate-subject-entity.ts';
import { assertIndependent } from '../staff/independence.ts';
import { lapsesAt } from './approval/lapses.ts';
import { lockMandate } from './lock-mandate.ts';
import { hasLapsedSeal } from './seals/mandate-seals.ts';
import { readMandateSubjects } from './mandates.ts';
import { residentInScope, type Viewer } from '../shared/access/scope.ts';

/** A new mandate. */
export interface Recording {
  /** The new mandate's id. */
  readonly id: string;
  readonly kind: MandateKind;
  readonly reference: string;
  readonly issuer: string;
  readonly partnerId: string;
  /** Distinct. */
  readonly subjectIds: readonly string[];
  readonly categories: readonly DataCategory[];
  readonly validFrom: Date;
  /** Undefined: the document names no end. */
  readonly validUntil: Date | undefined;
  /** Undefined if reads under the mandate are not sealed. */
  readonly seal: { readonly id: string; readonly sealedUntil: Date } | undefined;
}

/**
 * Records a mandate about residents within a scope. The partner must have the role that the kind of mandate is for.
 * @throws PrivacyError NOT_FOUND if the partner is unknown, or a data subject is unknown or out of scope; INPUT_INVALID if the
 *   partner does not have the role for this kind
 */
export async function writeMandate(
  records: EntityManager,
  reader: Reader,
  scope: RowScope | undefined,
  viewer: Viewer,
  { subjectIds, seal, validUntil: end, ...mandate }: Recording,
): Promise<void> {
  const { role, purpose } = mandateKinds[mandate.kind];
  const { rows } = await sql<{ role: Role; subjects: number }>`
    select partner.role, (
      select count(*)::int from recreation.resident resident
      where resident.id = any(${[...subjectIds]}::uuid[]) and ${residentInScope(scope, viewer)}) as subjects
    from recreation.partner partner
    where partner.id = ${mandate.partnerId}::uuid and ${isOnStaff(viewer.principalId, 'PRIVACY_OFFICER')}`.execute(reader.database);
  const [found] = rows;
  if (!found || found.subjects !== subjectIds.length || viewer.principalId === undefined) throw new PrivacyError('NOT_FOUND');
  if (found.role !== role)
    throw new PrivacyError('INPUT_INVALID', {
      reason: 'OTHER_PARTNER_ROLE',
      coordinates: ['RecordMandateInput.kind', 'RecordMandateInput.partnerId'],
    });
  const recorded = { recordedBy: viewer.principalId, recordedAt: reader.now };
  const { validFrom } = mandate;
  const validUntil = end ?? lapsesAt(validFrom > reader.now ? validFrom : reader.now);
  const validity = { validUntil, openEnded: end === undefined };
  await records.insert(Mandate, { ...mandate, categories: [...mandate.categories], purpose, ...validity, ...recorded });
  if (seal) {
    const proposed = { proposedBy: viewer.principalId, proposedAt: reader.now };
    await records.insert(MandateSeal, { ...seal, mandateId: mandate.id, extends: false, ...proposed });
  }
  if (subjectIds.length === 0) return;
  await records.insertMany(
    MandateSubject,
    subjectIds.map((residentId) => ({ mandateId: mandate.id, residentId })),
  );
}

/**
 * Approves a mandate within a scope, together with the seal that was recorded with it. The recorder can't approve it.
 * @returns the ids of the mandate's data subjects
 * @throws PrivacyError NOT_FOUND; CONFLICT if the viewer recorded the mandate, has approved it already or is not independent of the
 *   officers who did, if the mandate is revoked or expired, or if its seal lapsed before enough approvals (the entries of its preparation
 *   are then shown, so the mandate must be recorded again)
 */
export async function writeApproval(
  records: EntityManager,
  reader: Reader,
  scope: RowScope | undefined,
  viewer: Viewer,
  mandateId: string,
): Promise<readonly string[]> {
  const mandate = await lockMandate(reader, scope, viewer, mandateId);
  const over = mandate.status === 'REVOKED' || mandate.status === 'EXPIRED';
  if (over) throw new PrivacyError('CONFLICT', { reason: 'MANDATE_OVER' });
  if (viewer.principalId === undefined || mandate.recordedBy === viewer.principalId) {
    throw new PrivacyError('CONFLICT', { reason: 'OWN_PROPOSAL' });
  }
  if (mandate.approvedBy.includes(viewer.principalId)) throw new PrivacyError('CONFLICT', { reason: 'ALREADY_APPROVED' });
  await assertIndependent(reader, viewer.principalId, [mandate.recordedBy, ...mandate.approvedBy]);
  if (await isSealLapsed(reader, mandateId)) throw new PrivacyError('CONFLICT', { reason: 'SEAL_LAPSED' });
  try {
    await records.insert(MandateApproval, { mandateId, employeeId: viewer.principalId, approvedAt: reader.now });
  } catch (error) {
    if (error instanceof UniqueConstraintViolationException) throw new PrivacyError('CONFLICT', { reason: 'ALREADY_APPROVED' });
    throw error;
  }
  await sql`
    insert into recreation.mandate_seal_approval (seal_id, employee_id, approved_at)
    select seal.id, ${viewer.principalId}::uuid, ${reader.now}::timestamptz
    from recreation.mandate_seal seal where seal.mandate_id = ${mandateId}::uuid and not seal.extends`.execute(reader.database);
  return subjectsOf(reader, mandateId);
}

/**
 * Revokes a mandate within a scope. A revocation can't be undone. The other officers find it with its reason in
 * `readRevocationsToReview`.
 * @returns the ids of the mandate's data subjects
 * @throws PrivacyError NOT_FOUND; CONFLICT if it is revoked already
 */
export async function writeRevocation(
  records: EntityManager,
  reader: Reader,
  scope: RowScope | undefined,
  viewer: Viewer,
  { mandateId, reason }: { readonly mandateId: string; readonly reason: string },
): Promise<readonly string[]> {
  const mandate = await lockMandate(reader, scope, viewer, mandateId);
  if (mandate.status === 'REVOKED' || viewer.principalId === undefined) throw new PrivacyError('CONFLICT', { reason: 'MANDATE_OVER' });
  const revocation = { revokedAt: reader.now, revokedBy: viewer.principalId, revocationReason: reason };
  await records.nativeUpdate(Mandate, { id: mandateId }, revocation);
  return subjectsOf(reader, mandateId);
}

/**
 * Reconfirms a mandate with an open end within a scope, so that it holds for 90 days from now. The recorder can't reconfirm it. A mandate
 * that has lapsed must be recorded and approved again.
 * @returns the ids of the mandate's data subjects
 * @throws PrivacyError NOT_FOUND; CONFLICT if the viewer recorded the mandate or is not independent of the recorder, if it is revoked or
 *   has lapsed, if its document names an end, or if it is not approved
 */
export async function writeReconfirmation(
  records: EntityManager,
  reader: Reader,
  scope: RowScope | undefined,
  viewer: Viewer,
  mandateId: string,
): Promise<readonly string[]> {
  const mandate = await lockMandate(reader, scope, viewer, mandateId);
  const { status, validFrom } = mandate;
  if (status === 'REVOKED' || status === 'EXPIRED') throw new PrivacyError('CONFLICT', { reason: 'MANDATE_OVER' });
  if (viewer.principalId === undefined || mandate.recordedBy === viewer.principalId) {
    throw new PrivacyError('CONFLICT', { reason: 'OWN_PROPOSAL' });
  }
  if (!mandate.openEnded || status === 'AWAITING_APPROVAL') throw new PrivacyError('CONFLICT', { reason: 'NOTHING_TO_RECONFIRM' });
  await assertIndependent(reader, viewer.principalId, [mandate.recordedBy]);
  const validUntil = lapsesAt(validFrom > reader.now ? validFrom : reader.now);
  await records.nativeUpdate(Mandate, { id: mandateId }, { validUntil, reconfirmedAt: reader.now, reconfirmedBy: viewer.principalId });
  return subjectsOf(reader, mandateId);
}

async function isSealLapsed(reader: Reader, mandateId: string): Promise<boolean> {
  const { rows } = await sql<{ lapsed: boolean }>`
    select ${hasLapsedSeal(reader.now)} as lapsed from recreation.mandate mandate where mandate.id = ${mandateId}::uuid`.execute(
    reader.database,
  );
  return rows[0]?.lapsed !== false;
}

async function subjectsOf(reader: Reader, mandateId: string): Promise<readonly string[]> {
  return (await readMandateSubjects(reader, [mandateId])).get(mandateId) ?? [];
}
