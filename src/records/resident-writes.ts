import { UniqueConstraintViolationException, type EntityManager } from '@mikro-orm/postgresql';
import { sql, type Sql } from '../sql.ts';
import { PrivacyError } from '../errors.ts';
import type { RowScope } from '../generated/schema.ts';
import { Account } from './entities/account.ts';
import { Resident } from './entities/resident.ts';
import type { Reader } from './reader.ts';
import { isAdultOfHome, isProtected } from './protection.ts';
import { residentInScope, type Asker } from './scope.ts';

/** Where somebody lives. */
interface HomeAddress {
  readonly street: string;
  readonly locality: string;
  readonly province: string;
  readonly postalCode: string;
}

/** How to reach somebody. What is undefined stays as it is; null removes it. */
export interface Contact {
  readonly email?: string | null | undefined;
  readonly phone?: string | null | undefined;
  readonly mobilePhone?: string | null | undefined;
  readonly address?: HomeAddress | null | undefined;
}

/** Somebody who is to be on record. */
export interface Registration extends Contact {
  readonly id: string;
  readonly givenName: string;
  readonly familyName: string;
  /** RFC 3339 full-date. */
  readonly birthDate: string;
}

const nowhere = { street: null, locality: null, province: null, postalCode: null };

function columnsOf({ email, phone, mobilePhone, address }: Contact) {
  return {
    ...(email !== undefined && { email }),
    ...(phone !== undefined && { phone }),
    ...(mobilePhone !== undefined && { mobilePhone }),
    ...(address !== undefined && (address ?? nowhere)),
  };
}

/**
 * Puts a person on record, with an account. Whether somebody similar is there is never looked at.
 * @throws PrivacyError CONFLICT where that very id is on record, be it as an employee's or a partner's
 */
export async function writeRegistration(records: EntityManager, reader: Reader, registration: Registration): Promise<void> {
  const { id, givenName, familyName, birthDate, ...contact } = registration;
  // An issuer may know an employee by one id in both capacities. A record under it would not count as the
  // employee's own, so that the employee could work on it.
  const { rows: others } = await sql`
    select from recreation.employee employee where employee.id = ${id}::uuid
    union all select from recreation.partner partner where partner.id = ${id}::uuid`.execute(reader.database);
  if (others.length > 0) throw new PrivacyError('CONFLICT');
  try {
    await records.insert(Resident, { id, givenName, familyName, birthDate, registeredAt: reader.now, ...columnsOf(contact) });
  } catch (error) {
    if (error instanceof UniqueConstraintViolationException) throw new PrivacyError('CONFLICT');
    throw error;
  }
  await records.insert(Account, { residentId: id, balance: '0.00' });
}

/**
 * Changes how to reach a resident within a scope.
 * @throws PrivacyError NOT_FOUND for one out of scope, an unknown one, and one whose address is not the asker's to set
 */
export async function writeContact(
  records: EntityManager,
  reader: Reader,
  scope: RowScope | undefined,
  asker: Asker,
  residentId: string,
  contact: Contact,
): Promise<void> {
  const reachable = sql`${residentInScope(scope, asker)} and ${mayChange(scope, asker, contact)}`;
  const { rows } = await sql`
    select from recreation.resident resident where resident.id = ${residentId}::uuid and ${reachable}`.execute(reader.database);
  if (rows.length === 0) throw new PrivacyError('NOT_FOUND');
  const columns = columnsOf(contact);
  if (Object.keys(columns).length > 0) await records.nativeUpdate(Resident, { id: residentId }, columns);
}

// A guardian without the scope ADDRESS has no part in where the minor lives; and one who must not find the
// home must not draw the minor's mail and calls to another one either.
function mayChange(scope: RowScope | undefined, { principalId, today }: Asker, { address, phone, mobilePhone }: Contact): Sql<boolean> {
  const principal = principalId ?? null;
  const findsHome = address !== undefined || phone !== undefined || mobilePhone !== undefined;
  if (scope !== 'CARE' || !findsHome) return sql`true`;
  const scoped = sql`exists (
    select from recreation.guardianship care
    where care.guardian_id = ${principal}::uuid and care.minor_id = resident.id and care.scope @> array['ADDRESS'])`;
  return sql`(resident.id = ${principal}::uuid
    or (not ${isProtected} or ${isAdultOfHome(principal, today)}) and ${address === undefined ? sql`true` : scoped})`;
}
