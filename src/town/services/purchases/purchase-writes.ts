import type { Reader } from '../../../engine/rows/reader.ts';
import { raw, type EntityManager } from '@mikro-orm/postgresql';
import { sql } from '../../../platform/sql/sql.ts';
import { PrivacyError } from '../../../platform/errors/errors.ts';
import type { RowScope } from '../../shared/graphql/generated/schema.ts';
import { Account } from '../payments/account-entity.ts';
import { Purchase } from './purchase-entity.ts';
import { markServed } from '../../counter/encounter-writes.ts';
import { isOldEnough } from './purchases.ts';
import { residentInScope, type Viewer } from '../../shared/access/scope.ts';

/** A new purchase. */
export interface Order {
  /** The new purchase's id. */
  readonly id: string;
  readonly residentId: string;
  readonly serviceId: string;
  /** 1 to 100. */
  readonly quantity: number;
  /** Whether the viewer may see the resident's age band. */
  readonly maySeeAge: boolean;
}

/**
 * Sells a service to a resident within a scope, and lowers the resident's balance by the price. PostgreSQL computes the amounts
 * as numeric, because a float would round them. A pass is valid from the day of the purchase: its days are stored with it, so that
 * a later change of the service does not change what was sold.
 *
 * Only a viewer who may see the age band may sell a service with a minimum age: the sale or its refusal reveals whether the
 * resident is old enough. Every minimum age is the lower bound of an age band.
 * @throws PrivacyError NOT_FOUND if the service is unknown, or the resident is unknown or out of scope; FIELD_NOT_PERMITTED if
 *   the service has a minimum age and the viewer may not see the age band; CONFLICT if the resident is too young
 */
export async function writePurchase(
  records: EntityManager,
  reader: Reader,
  scope: RowScope | undefined,
  viewer: Viewer,
  { id, residentId, serviceId, quantity, maySeeAge }: Order,
): Promise<void> {
  const { rows } = await sql<{ amount: string; anyAge: boolean; oldEnough: boolean; validUntil: string | null }>`
    select (service.price * ${quantity}::integer)::numeric(12, 2)::text as amount,
      service.minimum_age is null as "anyAge",
      ${isOldEnough(viewer.today)} as "oldEnough",
      (${viewer.today}::date + service.valid_days - 1)::text as "validUntil"
    from recreation.resident resident cross join recreation.service service
    where resident.id = ${residentId}::uuid and service.id = ${serviceId}::uuid
      and ${residentInScope(scope, viewer)}`.execute(reader.database);
  const [offer] = rows;
  if (!offer) throw new PrivacyError('NOT_FOUND', { reason: await unknownService(reader, serviceId) });
  if (!offer.anyAge && !maySeeAge) throw new PrivacyError('FIELD_NOT_PERMITTED', { reason: 'AGE_WITHHELD' });
  if (!offer.oldEnough) throw new PrivacyError('CONFLICT', { reason: 'TOO_YOUNG' });
  const { amount, validUntil } = offer;
  const validFrom = validUntil === null ? null : viewer.today;
  await records.insert(Purchase, { id, residentId, serviceId, quantity, amount, purchasedAt: reader.now, validFrom, validUntil });
  // Two simultaneous purchases must both count: the account is inserted if it is missing, and the database computes the new
  // balance from the stored one.
  await records.createQueryBuilder(Account).insert({ residentId, balance: '0.00' }).onConflict('residentId').ignore().execute();
  await records.nativeUpdate(Account, { residentId }, { balance: raw<string>('balance - ?::numeric', [amount]) });
  if (scope === 'ENCOUNTER') await markServed(reader, viewer);
}

/** The catalogue is open to everyone, so an answer may reveal that a service is missing; it must not reveal that a resident is. */
async function unknownService(reader: Reader, serviceId: string): Promise<'SERVICE_UNKNOWN' | undefined> {
  const { rows } = await sql`select from recreation.service service where service.id = ${serviceId}::uuid`.execute(reader.database);
  return rows.length === 0 ? 'SERVICE_UNKNOWN' : undefined;
}
