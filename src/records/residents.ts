import { sql, type Sql } from '../sql.ts';
import type { AgeBand, ResidentOrder, RowScope } from '../generated/schema.ts';
import { project, type Columns } from './columns.ts';
import { countedPeople } from './counted-people.ts';
import { readPage, type Listing, type Page, type PageRequest } from './page.ts';
import type { Reader } from './reader.ts';
import { aboutPerson, type Row } from './row.ts';
import { ownOrder } from './own-order.ts';
import { residentInScope, type Asker } from './scope.ts';

// The same all day, so that lists of columns made from it are kept too.
let latest: { readonly today: string; readonly columns: Columns } | undefined;

function columnsOn(today: string): Columns {
  if (latest?.today !== today) latest = { today, columns: columnsFor(today) };
  return latest.columns;
}

function columnsFor(today: string): Columns {
  return {
    givenName: sql`resident.given_name`,
    familyName: sql`resident.family_name`,
    initials: sql`resident.initials`,
    birthDate: sql`resident.birth_date::text`,
    ageBand: sql`recreation.age_band(resident, ${today}::date)`,
    email: sql`resident.email`,
    emailHint: sql`resident.email_hint`,
    phone: sql`resident.phone`,
    phoneHint: sql`resident.phone_hint`,
    mobilePhone: sql`resident.mobile_phone`,
    street: sql`resident.street`,
    locality: sql`resident.locality`,
    province: sql`resident.province`,
    postalCode: sql`resident.postal_code`,
  };
}

const from = sql`recreation.resident resident`;

// No field of a schema can have that name, so that no answer reaches it.
const alongName = '~along';

function select({ along }: Reader, fields: ReadonlySet<string>, today: string): Sql {
  const columns = sql`resident.id, ${project(columnsOn(today), fields)}`;
  return along ? sql`${columns}, ${along.column()} as ${sql.ref(alongName)}` : columns;
}

function joins({ along }: Reader): Sql {
  return along ? along.joins() : sql``;
}

function stamp<T extends Row>({ along }: Reader, row: T): T {
  along?.take(String(row['id']), row[alongName] as string | null);
  return aboutPerson(row, row['id']);
}

/**
 * Reads one resident within a scope.
 * @param ids what the caller may have meant by the id; at most one of them is in scope
 * @returns undefined for one out of scope and for one that does not exist, by the same statement
 */
export async function readResident(
  reader: Reader,
  scope: RowScope | undefined,
  asker: Asker,
  ids: readonly string[],
  fields: ReadonlySet<string>,
): Promise<Row | undefined> {
  const { rows } = await sql<Row>`
    select ${select(reader, fields, asker.today)} from ${from} ${joins(reader)}
    where resident.id = any(${[...ids]}::uuid[]) and ${residentInScope(scope, asker)} limit 1`.execute(reader.database);
  return rows[0] && stamp(reader, rows[0]);
}

/** Reads residents by id, whatever the scope: for rows that lead to them. The guard decides what is seen. */
export async function readResidentsById(
  reader: Reader,
  ids: readonly string[],
  fields: ReadonlySet<string>,
  today: string,
): Promise<ReadonlyMap<string, Row>> {
  const { rows } = await sql<Row & { id: string }>`
    select ${select(reader, fields, today)} from ${from} ${joins(reader)}
    where resident.id = any(${[...ids]}::uuid[])`.execute(reader.database);
  return new Map(rows.map((row) => [row.id, stamp(reader, row)]));
}

/** What a filter can hold; each undefined or null where it is not given. */
export interface ResidentCriteria {
  readonly familyName?: string | null | undefined;
  readonly givenName?: string | null | undefined;
  readonly birthDate?: string | null | undefined;
  readonly ageBand?: AgeBand | null | undefined;
  readonly email?: string | null | undefined;
  readonly phone?: string | null | undefined;
  readonly locality?: string | null | undefined;
}

/** Reads a page of the residents within a scope that meet all criteria. */
export async function readResidents(
  reader: Reader,
  scope: RowScope | undefined,
  asker: Asker,
  criteria: ResidentCriteria,
  order: ResidentOrder,
  page: PageRequest,
  fields: ReadonlySet<string>,
): Promise<Page> {
  const conditions = conditionsOf(criteria, asker.today);
  const listing: Listing = {
    columns: select(reader, fields, asker.today),
    from,
    joins: joins(reader),
    where: sql.join([residentInScope(scope, asker), ...conditions], sql` and `),
    key: orderKey(order, asker),
    id: sql`resident.id`,
    subject: countedPeople(sql`resident.id`, scope, conditions.length > 0),
  };
  const found = await readPage(reader, listing, page);
  for (const row of found.rows) stamp(reader, row);
  return found;
}

// By code points: in this order, and in no server's own, what begins with a prefix is a range (Migration0009Orders).
const familyKey = sql<string>`lower(resident.family_name) collate "C"`;
const givenKey = sql<string>`lower(resident.given_name) collate "C"`;

const orderKeys: Readonly<Record<ResidentOrder, Listing['key']>> = {
  FAMILY_NAME: { expression: familyKey, type: 'text' },
  GIVEN_NAME: { expression: givenKey, type: 'text' },
  BIRTH_DATE: { expression: sql`resident.birth_date`, type: 'date' },
  LOCALITY: { expression: sql`coalesce(resident.locality, '')`, type: 'text' },
  REGISTRATION: { expression: sql`resident.registered_at`, type: 'timestamptz' },
};

function orderKey(order: ResidentOrder, asker: Asker): Listing['key'] {
  return (order === 'REGISTRATION' ? ownOrder(asker) : undefined) ?? orderKeys[order];
}

function conditionsOf(criteria: ResidentCriteria, today: string): Sql<boolean>[] {
  const { familyName, givenName, birthDate, ageBand, email, phone, locality } = criteria;
  return [
    familyName && beginsWith(familyKey, familyName),
    givenName && beginsWith(givenKey, givenName),
    birthDate && sql<boolean>`resident.birth_date = ${birthDate}::date`,
    ageBand && sql<boolean>`recreation.age_band(resident, ${today}::date) = ${ageBand}`,
    email && sql<boolean>`lower(resident.email) = lower(${email})`,
    phone && sql<boolean>`resident.phone = ${phone}`,
    locality && sql<boolean>`lower(resident.locality) = lower(${locality})`,
  ].filter((condition) => condition !== undefined && condition !== null && condition !== '');
}

/** No name has more characters than this (inputs/resident-inputs.ts), and Unicode has none beyond it. */
const last = '\u{10FFFF}'.repeat(100);

/** Whether a key begins with a prefix, whatever the case; not by `like`, which no index serves where its pattern is a parameter. */
function beginsWith(key: Sql<string>, prefix: string): Sql<boolean> {
  return sql`${key} between lower(${prefix}::text) and lower(${prefix}::text) || ${last}::text`;
}
