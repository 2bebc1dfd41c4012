import type { Reader } from '../../engine/rows/reader.ts';
import { raw, UniqueConstraintViolationException, type EntityManager, type RawQueryFragment } from '@mikro-orm/postgresql';
import type { z } from 'zod';
import { sql, type Sql } from '../../platform/sql/sql.ts';
import { PrivacyError } from '../../platform/errors/errors.ts';
import type { RowScope } from '../shared/graphql/generated/schema.ts';
import { Account } from '../services/payments/account-entity.ts';
import { Resident } from './resident-entity.ts';
import { isAdultOfHome } from './protection.ts';
import { addressFields, contactFields, type registrationFields, type FormOf, type StoredField } from './resident-columns.ts';
import { residentInScope, type Viewer } from '../shared/access/scope.ts';

type Values<Fields extends Readonly<Record<string, StoredField>>> = {
  readonly [F in keyof Fields]: z.infer<FormOf<Fields[F]>>;
};

/** New contact data. An undefined field does not change; null removes the value. */
export type Contact = Partial<Values<typeof contactFields>> & { readonly address?: Values<typeof addressFields> | null | undefined };

/** `cardSeed`: a random UUID, from which the number of the card is made. */
export type Registration = Values<typeof registrationFields> & Contact & { readonly id: string; readonly cardSeed: string };

const noAddress = Object.fromEntries(Object.keys(addressFields).map((field) => [field, null])) as {
  readonly [F in keyof typeof addressFields]: null;
};

function columnsOf({ address, ...contact }: Contact) {
  const given = Object.entries(contact).filter(([field, value]) => field in contactFields && value !== undefined);
  return { ...(Object.fromEntries(given) as Omit<Contact, 'address'>), ...(address !== undefined && (address ?? noAddress)) };
}

/** The principal who gives contact data, and how a mail address in it is proven. */
export interface GivenContact {
  readonly by: 'SELF' | 'GUARDIAN' | 'EMPLOYEE';
  readonly principalId: string;
  /** See `town/policy/rules/contact-rules.ts`; undefined: no mails can be sent. */
  readonly rules: { readonly hours: number; readonly asksPerDay: Readonly<Record<GivenContact['by'], number>> } | undefined;
}

/**
 * Registers a resident, with an account. A mail address is on record from then on, and unproven until its link is opened. Similar residents
 * are not searched for, because that would reveal them.
 * @throws PrivacyError CONFLICT if a resident, an employee or a partner has this id already; CONTACT_ASKS_SPENT
 */
export async function writeRegistration(
  records: EntityManager,
  reader: Reader,
  registration: Registration,
  given: GivenContact,
): Promise<void> {
  const { id, cardSeed, givenName, familyName, birthDate, ...contact } = registration;
  const cardNumber = raw<string>('recreation.card_number(?::uuid)', [cardSeed]);
  // An issuer may use one id for a person both as an employee and as a resident. A resident's record under an employee's id
  // would not count as the employee's own record, so the employee could work on it.
  const { rows: others } = await sql`
    select from recreation.employee employee where employee.id = ${id}::uuid
    union all select from recreation.partner partner where partner.id = ${id}::uuid`.execute(reader.database);
  if (others.length > 0) throw new PrivacyError('CONFLICT', { reason: 'ID_TAKEN' });
  const { email } = contact;
  const setEmail = email
    ? { emailSetBy: given.by, emailGivenBy: given.by === 'EMPLOYEE' ? given.principalId : null, emailSetAt: reader.now }
    : {};
  try {
    const registered = { id, givenName, familyName, birthDate, registeredAt: reader.now, cardNumber };
    await records.insert(Resident, { ...registered, ...columnsOf(contact), ...setEmail });
  } catch (error) {
    if (error instanceof UniqueConstraintViolationException) throw new PrivacyError('CONFLICT', { reason: 'ALREADY_REGISTERED' });
    throw error;
  }
  await records.insert(Account, { residentId: id, balance: '0.00' });
  if (email && given.rules) await changeEmail(reader, id, email, given);
}

/**
 * Changes the contact data of a resident within a scope. A different mail address waits until its mailed link is opened. The same
 * statements run whether or not another resident has it, or this one has any. In an encounter, this change does not count as serving the
 * resident. If it did, writing the same value again would refill the encounter budget. If only a different value counted, the budget would
 * tell a clerk whether a guess of a withheld value is right.
 * @throws PrivacyError NOT_FOUND if the resident is unknown or out of scope, or the viewer may not change this contact data;
 *   MAIL_UNAVAILABLE if no mail address can be proven; CONTACT_ASKS_SPENT
 */
export async function writeContact(
  records: EntityManager,
  reader: Reader,
  scope: RowScope | undefined,
  viewer: Viewer,
  residentId: string,
  contact: Contact,
  given: GivenContact,
): Promise<void> {
  const reachable = sql`${residentInScope(scope, viewer)} and ${mayChange(scope, viewer, contact)}`;
  const { email, ...others } = contact;
  const { rows } = await sql`
    select from recreation.resident resident where resident.id = ${residentId}::uuid and ${reachable}`.execute(reader.database);
  if (rows.length === 0) throw new PrivacyError('NOT_FOUND');
  if (email !== undefined) await changeEmail(reader, residentId, email, given);
  const columns = columnsOf(others);
  if (Object.keys(columns).length > 0)
    await records.nativeUpdate(Resident, { id: residentId }, { ...columns, contactSince: sinceNow(reader) });
}

// The database keeps the instant if no value changes. A second change must give a later instant, which tells the database that it is given.
function sinceNow({ now }: Reader): RawQueryFragment {
  return raw("greatest(?::timestamptz, contact_since + interval '1 microsecond')", [now]);
}

/**
 * Removes the mail address of a resident, or asks for another one to be proven (`tables/contacts.ts`). The gateway's role cannot write mail
 * addresses.
 * @param email null: it is removed, and the old address gets a notice
 */
async function changeEmail({ database, now }: Reader, residentId: string, email: string | null, given: GivenContact): Promise<void> {
  const { by, principalId, rules } = given;
  if (email !== null && !rules) throw new PrivacyError('MAIL_UNAVAILABLE');
  const { hours = 0, asksPerDay } = rules ?? {};
  const { rows } = await sql<{ retryAfter: number | null }>`
    select identity.change_contact(${residentId}::uuid, ${email}, ${by}, ${principalId}::uuid, ${now}::timestamptz, ${hours}::integer,
      ${asksPerDay?.[by] ?? 0}::integer) as "retryAfter"`.execute(database);
  const retryAfter = rows[0]?.retryAfter ?? null;
  if (retryAfter !== null) throw new PrivacyError('CONTACT_ASKS_SPENT', { retryAfter });
}

// A guardian without the area ADDRESS may not change where the minor lives. A guardian who lives elsewhere may not redirect the
// minor's mail and calls, whether or not the minor is address-protected: the refusal must not show who is protected.
function mayChange(scope: RowScope | undefined, { principalId, today }: Viewer, contact: Contact): Sql<boolean> {
  const principal = principalId ?? null;
  const movesHome = contact.address !== undefined;
  if (scope !== 'CARE' || !(movesHome || redirectsHome(contact))) return sql`true`;
  const inArea = sql`exists (
    select from recreation.guardianship care
    where care.guardian_id = ${principal}::uuid and care.minor_id = resident.id and care.scope @> array['ADDRESS'])`;
  return sql`(resident.id = ${principal}::uuid
    or ${isAdultOfHome(principal, today)} and ${movesHome ? inArea : sql`true`})`;
}

function redirectsHome(contact: Contact): boolean {
  const fields: Readonly<Record<string, StoredField>> = contactFields;
  return Object.entries(contact).some(([field, value]) => value !== undefined && fields[field]?.findsHome === true);
}
