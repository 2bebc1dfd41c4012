import { p } from '@mikro-orm/core';
import { z } from 'zod';
import type {
  Address,
  AddressInput,
  HouseholdMember,
  RegisterResidentInput,
  Resident,
  UpdateContactInput,
} from '../shared/graphql/generated/schema.ts';
import { sql, type Sql } from '../../platform/sql/sql.ts';
import type { Columns } from '../shared/rows/columns.ts';
import { line, mailAddress } from '../../platform/text/text-forms.ts';

/** A column of `recreation.resident` that the gateway writes. Its name is the field's name in snake case. */
export interface StoredField {
  /** The expression that a read selects, over `recreation.resident resident`. */
  readonly read: Sql;
  /** The definition of the entity's property. */
  readonly property: unknown;
  /** The schema of a value that a mutation may write, or a function that makes it for a day (RFC 3339 full-date). */
  readonly form: z.ZodType | ((today: string) => z.ZodType);
  /** Whether the value leads to the home. A guardian who lives elsewhere may not change it (resident-writes.ts). */
  readonly findsHome?: true;
}

type ContactField = Exclude<keyof UpdateContactInput, 'residentId' | 'address'>;
type RegistrationField = Exclude<keyof RegisterResidentInput, ContactField | 'address'>;

const provinces = ['AB', 'BC', 'MB', 'NB', 'NL', 'NS', 'NT', 'NU', 'ON', 'PE', 'QC', 'SK', 'YT'] as const;
// Canada Post codes never contain D, F, I, O, Q or U, and never begin with W or Z. Stored as `T1X 1A1`.
const postalCode = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[ABCEGHJ-NPRSTVXY]\d[ABCEGHJ-NPRSTV-Z] ?\d[ABCEGHJ-NPRSTV-Z]\d$/, 'a Canadian postal code, such as T1X 1A1')
  .transform((code) => `${code.slice(0, 3)} ${code.slice(-3)}`);
// ITU-T E.164.
const phone = z.e164();
const earliestBirth = '1900-01-01';

/** The fields that only registerResident writes. The gateway's database role may not update these columns. */
export const registrationFields = {
  givenName: { read: sql`resident.given_name`, property: p.text(), form: line(100) },
  familyName: { read: sql`resident.family_name`, property: p.text(), form: line(100) },
  birthDate: {
    read: sql`resident.birth_date::text`,
    property: p.date(),
    form: (today) => z.string().refine((date) => date >= earliestBirth && date <= today, `a day from ${earliestBirth} until today`),
  },
} as const satisfies Readonly<Record<RegistrationField, StoredField>>;

/** The fields that registerResident and updateContact write. A migration lets the gateway's database role update these columns. */
export const contactFields = {
  email: { read: sql`resident.email`, property: p.text().nullable(), form: mailAddress.nullish() },
  phone: { read: sql`resident.phone`, property: p.text().nullable(), form: phone.nullish(), findsHome: true },
  mobilePhone: { read: sql`resident.mobile_phone`, property: p.text().nullable(), form: phone.nullish(), findsHome: true },
} as const satisfies Readonly<Record<ContactField, StoredField>>;

/** The fields that both mutations write together as one address, with the same grant in the database. */
export const addressFields = {
  street: { read: sql`resident.street`, property: p.text().nullable(), form: line(200) },
  locality: { read: sql`resident.locality`, property: p.text().nullable(), form: line(100) },
  province: { read: sql`resident.province`, property: p.text().nullable(), form: z.enum(provinces) },
  postalCode: { read: sql`resident.postal_code`, property: p.text().nullable(), form: postalCode },
} as const satisfies Readonly<Record<keyof AddressInput, StoredField>>;

type Fields = Readonly<Record<string, StoredField>>;

/** Takes one part of each field: `read` or `property`. */
export function partsOf<F extends Fields, Part extends 'read' | 'property'>(
  fields: F,
  part: Part,
): { readonly [N in keyof F]: F[N][Part] } {
  return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, field[part]])) as { [N in keyof F]: F[N][Part] };
}

export type FormOf<F extends StoredField> = F['form'] extends (today: string) => infer Form ? Form : F['form'];

/**
 * The schemas of fields, as the shape of an input object.
 * @param today RFC 3339 full-date
 */
export function formsOf<F extends Fields>(fields: F, today: string): { readonly [N in keyof F]: FormOf<F[N]> } {
  const forms = Object.entries(fields).map(([name, { form }]) => [name, typeof form === 'function' ? form(today) : form]);
  return Object.fromEntries(forms) as { [N in keyof F]: FormOf<F[N]> };
}

/** The columns of the fields that `recreation.resident resident` holds. `id` is selected in any case. */
export function residentColumns(today: string): Columns<Resident & Address & HouseholdMember, 'id'> {
  return {
    ...partsOf(registrationFields, 'read'),
    ...partsOf(contactFields, 'read'),
    ...partsOf(addressFields, 'read'),
    residentId: sql`resident.id`,
    cardNumber: sql`resident.card_number`,
    identitySince: sql`coalesce(resident.identity_since, resident.registered_at)`,
    contactSince: sql`coalesce(resident.contact_since, resident.registered_at)`,
    cardSince: sql`coalesce(resident.card_since, resident.registered_at)`,
    initials: sql`resident.initials`,
    ageBand: sql`recreation.age_band(resident.birth_date, ${today}::date)`,
    emailHint: sql`resident.email_hint`,
    waitingEmail: sql`resident.waiting_email`,
    phoneHint: sql`resident.phone_hint`,
  };
}
