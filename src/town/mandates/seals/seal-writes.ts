import type { Reader } from '../../../engine/rows/reader.ts';
import { UniqueConstraintViolationException, type EntityManager } from '@mikro-orm/postgresql';
import { sql } from '../../../platform/sql/sql.ts';
import { PrivacyError } from '../../../platform/errors/errors.ts';
import type { RowScope } from '../../shared/graphql/generated/schema.ts';
import { MandateSeal } from './mandate-seal-entity.ts';
import { MandateSealApproval } from './mandate-seal-approval-entity.ts';
import { assertIndependent } from '../../staff/independence.ts';
import { isAwaited, sealedUntil } from './mandate-seals.ts';
import { lockMandate } from '../lock-mandate.ts';
import { readMandateSubjects } from '../mandates.ts';
import type { Viewer } from '../../shared/access/scope.ts';

/** A proposed seal. */
export interface SealProposal {
  /** The new seal's id. */
  readonly id: string;
  readonly mandateId: string;
  readonly sealedUntil: Date;
}

/**
 * Proposes a later end for a mandate's seal. A seal that has ended can't be extended: its entries have been shown.
 * @returns the ids of the mandate's data subjects
 * @throws PrivacyError NOT_FOUND; CONFLICT if no seal is in effect or another proposal awaits approval; INPUT_INVALID if the
 *   proposed end is not later
 */
export async function writeExtension(
  records: EntityManager,
  reader: Reader,
  scope: RowScope | undefined,
  viewer: Viewer,
  proposal: SealProposal,
): Promise<readonly string[]> {
  const { until, awaited } = await lockSeal(reader, scope, viewer, proposal.mandateId);
  if (awaited || viewer.principalId === undefined) throw new PrivacyError('CONFLICT', { reason: 'SEAL_AWAITS_APPROVAL' });
  if (proposal.sealedUntil <= until) {
    throw new PrivacyError('INPUT_INVALID', { reason: 'NOT_LATER', coordinates: ['ExtendSealInput.sealedUntil'] });
  }
  await records.insert(MandateSeal, { ...proposal, extends: true, proposedBy: viewer.principalId, proposedAt: reader.now });
  return subjectsOf(reader, proposal.mandateId);
}

/**
 * Approves the proposed later end of a mandate's seal. The proposer can't approve it.
 * @returns the ids of the mandate's data subjects
 * @throws PrivacyError NOT_FOUND; CONFLICT if the viewer proposed it, has approved it already or is not independent of the officers who
 *   did, or if no seal is in effect or no proposal awaits approval
 */
export async function writeSealApproval(
  records: EntityManager,
  reader: Reader,
  scope: RowScope | undefined,
  viewer: Viewer,
  mandateId: string,
): Promise<readonly string[]> {
  const { awaited } = await lockSeal(reader, scope, viewer, mandateId);
  if (!awaited) throw new PrivacyError('CONFLICT', { reason: 'NOTHING_TO_APPROVE' });
  if (viewer.principalId === undefined || awaited.proposedBy === viewer.principalId) {
    throw new PrivacyError('CONFLICT', { reason: 'OWN_PROPOSAL' });
  }
  if (awaited.approvedBy.includes(viewer.principalId)) throw new PrivacyError('CONFLICT', { reason: 'ALREADY_APPROVED' });
  await assertIndependent(reader, viewer.principalId, [awaited.proposedBy, ...awaited.approvedBy]);
  try {
    await records.insert(MandateSealApproval, { sealId: awaited.id, employeeId: viewer.principalId, approvedAt: reader.now });
  } catch (error) {
    if (error instanceof UniqueConstraintViolationException) throw new PrivacyError('CONFLICT', { reason: 'ALREADY_APPROVED' });
    throw error;
  }
  return subjectsOf(reader, mandateId);
}

interface SealState {
  readonly until: Date;
  readonly awaited: { readonly id: string; readonly proposedBy: string; readonly approvedBy: readonly string[] } | undefined;
}

// Locks the mandate, so that no other transaction proposes an end between the check and the change.
async function lockSeal(reader: Reader, scope: RowScope | undefined, viewer: Viewer, mandateId: string): Promise<SealState> {
  await lockMandate(reader, scope, viewer, mandateId);
  const { rows } = await sql<{ until: Date | string | null; id: string | null; proposedBy: string | null; approvedBy: string[] | null }>`
    select ${sealedUntil} as until, awaited.id, awaited."proposedBy", awaited."approvedBy" from recreation.mandate mandate
    left join lateral (
      select seal.id, seal.proposed_by as "proposedBy", array(
        select approval.employee_id::text from recreation.mandate_seal_approval approval where approval.seal_id = seal.id) as "approvedBy"
      from recreation.mandate_seal seal
      where seal.mandate_id = mandate.id and ${isAwaited(reader.now)} order by seal.sealed_until desc limit 1
    ) awaited on true
    where mandate.id = ${mandateId}::uuid`.execute(reader.database);
  const [row] = rows;
  const until = row?.until ? new Date(row.until) : undefined;
  if (!row || !until || until <= reader.now) throw new PrivacyError('CONFLICT', { reason: 'SEAL_ENDED' });
  const { id, proposedBy, approvedBy } = row;
  return { until, awaited: id === null || proposedBy === null ? undefined : { id, proposedBy, approvedBy: approvedBy ?? [] } };
}

async function subjectsOf(reader: Reader, mandateId: string): Promise<readonly string[]> {
  return (await readMandateSubjects(reader, [mandateId])).get(mandateId) ?? [];
}
