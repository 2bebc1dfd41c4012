import { raw, type EntityManager } from '@mikro-orm/postgresql';
import { sql } from '../sql.ts';
import { PrivacyError } from '../errors.ts';
import type { RowScope } from '../generated/schema.ts';
import { Account } from './entities/account.ts';
import { Purchase } from './entities/purchase.ts';
import type { Reader } from './reader.ts';
import { residentInScope, type Viewer } from './scope.ts';

/** What is bought, by whom, and how much of it. */
export interface Order {
  /** The new purchase's id. */
  readonly id: string;
  readonly residentId: string;
  readonly serviceId: string;
  /** 1 to 100. */
  readonly quantity: number;
  /** Whether the viewer may be told the resident's age band. */
  readonly ageTold: boolean;
}

/**
 * Sells a service to a resident within a scope, and lowers the balance by what it costs. PostgreSQL
 * does the sums, in numeric: a float would round.
 * A service with a minimum age is for those alone who may be told the age band: its sale, or its refusal,
 * tells whether the resident is old enough, and a minimum age is always where an age band begins.
 * @throws PrivacyError NOT_FOUND for a resident out of scope, an unknown one and an unknown service
 *   alike; FIELD_NOT_PERMITTED for a minimum age that the viewer may not learn of; CONFLICT where the
 *   resident is too young for the service
 */
export async function writePurchase(
  records: EntityManager,
  reader: Reader,
  scope: RowScope | undefined,
  viewer: Viewer,
  { id, residentId, serviceId, quantity, ageTold }: Order,
): Promise<void> {
  const { rows } = await sql<{ amount: string; anyAge: boolean; oldEnough: boolean }>`
    select (service.price * ${quantity}::integer)::numeric(12, 2)::text as amount,
      service.minimum_age is null as "anyAge",
      service.minimum_age is null or ${viewer.today}::date >= resident.birth_date + make_interval(years => service.minimum_age) as "oldEnough"
    from recreation.resident resident cross join recreation.service service
    where resident.id = ${residentId}::uuid and service.id = ${serviceId}::uuid
      and ${residentInScope(scope, viewer)}`.execute(reader.database);
  const [offer] = rows;
  if (!offer) throw new PrivacyError('NOT_FOUND');
  if (!offer.anyAge && !ageTold) throw new PrivacyError('FIELD_NOT_PERMITTED');
  if (!offer.oldEnough) throw new PrivacyError('CONFLICT');
  await records.insert(Purchase, { id, residentId, serviceId, quantity, amount: offer.amount, purchasedAt: reader.now });
  // Two purchases at once must both count: the row is made if need be, then lowered where it stands.
  await records.createQueryBuilder(Account).insert({ residentId, balance: '0.00' }).onConflict('residentId').ignore().execute();
  await records.nativeUpdate(Account, { residentId }, { balance: raw<string>('balance - ?::numeric', [offer.amount]) });
}
