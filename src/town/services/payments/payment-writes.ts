import type { Reader } from '../../../engine/rows/reader.ts';
import { PrivacyError } from '../../../platform/errors/errors.ts';
import type { PaymentMethod, RowScope } from '../../shared/graphql/generated/schema.ts';
import { sql } from '../../../platform/sql/sql.ts';
import { markServed } from '../../counter/encounter-writes.ts';
import { residentInScope, type Viewer } from '../../shared/access/scope.ts';

/** A new payment. */
export interface PaidAmount {
  /** The new payment's id. */
  readonly id: string;
  readonly residentId: string;
  /** In Canadian cents, above zero. */
  readonly cents: number;
  readonly method: PaymentMethod;
  /** The purchase that it pays for; undefined: the whole debt. */
  readonly purchaseId: string | undefined;
}

/**
 * Records what a resident within a scope has paid, and raises the resident's balance by it. It pays the overdue part first: a debt that is
 * paid is no longer assigned to an agency (clause `collections`).
 *
 * Only for viewers who may see the balance, because a refusal reveals it.
 * @throws PrivacyError NOT_FOUND if the resident is unknown or out of scope, or the purchase is not that resident's; CONFLICT if it is more
 *   than is owed, or than is left to pay of the purchase
 */
export async function writePayment(
  reader: Reader,
  scope: RowScope | undefined,
  viewer: Viewer,
  { id, residentId, cents, method, purchaseId }: PaidAmount,
): Promise<void> {
  const { database, now } = reader;
  const bought = purchaseId ?? null;
  const { rows: payers } = await sql`
    select from recreation.resident resident
    where resident.id = ${residentId}::uuid and ${residentInScope(scope, viewer)}
      and (${bought}::uuid is null or exists (
        select from recreation.purchase purchase where purchase.id = ${bought}::uuid and purchase.resident_id = resident.id))`.execute(
    database,
  );
  if (payers.length === 0) throw new PrivacyError('NOT_FOUND');
  const { rows } = await sql<{ recorded: boolean }>`
    select recreation.record_payment(${id}::uuid, ${residentId}::uuid, ${bought}::uuid, ${cents}::numeric / 100, ${method},
      ${now}::timestamptz) as recorded`.execute(database);
  if (rows[0]?.recorded !== true) throw new PrivacyError('CONFLICT', { reason: 'MORE_THAN_OWED' });
  if (scope === 'ENCOUNTER') await markServed(reader, viewer);
}
