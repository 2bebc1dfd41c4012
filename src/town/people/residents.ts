import type { Reader } from '../../engine/rows/reader.ts';
import { aboutPerson } from '../../engine/rows/row.ts';
import { sql, type Sql } from '../../platform/sql/sql.ts';
import type { Address, HouseholdMember, Resident, ResidentFilter, ResidentOrder, RowScope } from '../shared/graphql/generated/schema.ts';
import { project } from '../shared/rows/columns.ts';
import { countedPeople, mostNamedByCount } from '../history/log/counted-people.ts';
import { readPage, type Listing, type Page, type PageRequest } from '../shared/rows/page.ts';
import { relationshipName } from '../shared/access/relationship-name.ts';
import type { Row } from '../shared/rows/row.ts';
import { ownOrder } from '../mandates/partners/own-order.ts';
import { residentColumns } from './resident-columns.ts';
import { residentInScope, type Viewer } from '../shared/access/scope.ts';

/** The fields of all schema types that a row of `recreation.resident` can become. */
type Person = Resident & Address & HouseholdMember;

// Kept for the whole day, so that the `select` lists made from it stay cached too.
let latest: { readonly today: string; readonly columns: ReturnType<typeof residentColumns> } | undefined;

function columnsOn(today: string): ReturnType<typeof residentColumns> {
  if (latest?.today !== today) latest = { today, columns: residentColumns(today) };
  return latest.columns;
}

const from = sql`recreation.resident resident`;

function select({ relationshipColumns }: Reader, fields: ReadonlySet<string>, today: string): Sql {
  const columns = sql`resident.id, ${project(columnsOn(today), fields)}`;
  return relationshipColumns ? sql`${columns}, ${relationshipColumns.column()} as ${sql.ref(relationshipName)}` : columns;
}

function joins({ relationshipColumns }: Reader): Sql {
  return relationshipColumns ? relationshipColumns.joins() : sql``;
}

function stamp<T extends Row>({ relationshipColumns }: Reader, row: T): T {
  relationshipColumns?.take(String(row['id']), row[relationshipName] as string | null);
  return aboutPerson(row, row['id']);
}

/**
 * Reads one resident within a scope.
 * @param ids the ids that the caller may mean; at most one of them is in scope
 * @returns undefined if the resident is unknown or out of scope, by the same statement
 */
export async function readResident(
  reader: Reader,
  scope: RowScope | undefined,
  viewer: Viewer,
  ids: readonly string[],
  fields: ReadonlySet<string>,
): Promise<Row<Person> | undefined> {
  const { rows } = await sql<Row<Person>>`
    select ${select(reader, fields, viewer.today)} from ${from} ${joins(reader)}
    where resident.id = any(${[...ids]}::uuid[]) and ${residentInScope(scope, viewer)} limit 1`.execute(reader.database);
  return rows[0] && stamp(reader, rows[0]);
}

/** Reads the resident within a scope who has a card. The statement is the same for an unknown number. @param cardNumber digits */
export async function readResidentByCard(
  reader: Reader,
  scope: RowScope | undefined,
  viewer: Viewer,
  cardNumber: string,
  fields: ReadonlySet<string>,
): Promise<Row<Person> | undefined> {
  const { rows } = await sql<Row<Person>>`
    select ${select(reader, fields, viewer.today)} from ${from} ${joins(reader)}
    where resident.card_number = ${cardNumber} and ${residentInScope(scope, viewer)}`.execute(reader.database);
  return rows[0] && stamp(reader, rows[0]);
}

/** Reads the residents that other rows refer to, in any scope. The guard decides what is shown. */
export async function readResidentsById(
  reader: Reader,
  ids: readonly string[],
  fields: ReadonlySet<string>,
  today: string,
): Promise<ReadonlyMap<string, Row<Person>>> {
  const { rows } = await sql<Row<Person> & { id: string }>`
    select ${select(reader, fields, today)} from ${from} ${joins(reader)}
    where resident.id = any(${[...ids]}::uuid[])`.execute(reader.database);
  return new Map(rows.map((row) => [row.id, stamp(reader, row)]));
}

/** Reads a page of the residents within a scope who meet every condition of a filter. */
export async function readResidents(
  reader: Reader,
  scope: RowScope | undefined,
  viewer: Viewer,
  filter: ResidentFilter,
  order: ResidentOrder,
  page: PageRequest,
  fields: ReadonlySet<string>,
): Promise<Page<Person>> {
  const required = conditionsOf(filter, viewer.today);
  const listing: Listing = {
    columns: select(reader, fields, viewer.today),
    from,
    joins: joins(reader),
    where: sql.join([residentInScope(scope, viewer), ...required], sql` and `),
    key: orderKey(order, viewer),
    id: sql`resident.id`,
    subject: countedPeople(sql`resident.id`, scope, required.length > 0),
    mostCounted: mostNamedByCount,
  };
  const found = await readPage<Person>(reader, listing, page);
  for (const row of found.rows) stamp(reader, row);
  return found;
}

// Ordered by code point: only in this order is a prefix search a range of the index (`tables/residents.ts`).
const familyKey = sql<string>`lower(resident.family_name) collate "C"`;
const givenKey = sql<string>`lower(resident.given_name) collate "C"`;

const orderKeys: Readonly<Record<ResidentOrder, Listing['key']>> = {
  FAMILY_NAME: { expression: familyKey, type: 'text' },
  GIVEN_NAME: { expression: givenKey, type: 'text' },
  BIRTH_DATE: { expression: sql`resident.birth_date`, type: 'date' },
  LOCALITY: { expression: sql`coalesce(resident.locality, '')`, type: 'text' },
  REGISTRATION: { expression: sql`resident.registered_at`, type: 'timestamptz' },
};

function orderKey(order: ResidentOrder, viewer: Viewer): Listing['key'] {
  return (order === 'REGISTRATION' ? ownOrder(viewer) : undefined) ?? orderKeys[order];
}

type Condition<Value> = (value: Value, today: string) => Sql<boolean>;

const conditions: { readonly [F in keyof ResidentFilter]-?: Condition<NonNullable<ResidentFilter[F]>> } = {
  familyName: (name) => beginsWith(familyKey, name),
  givenName: (name) => beginsWith(givenKey, name),
  birthDate: (date) => sql`resident.birth_date = ${date}::date`,
  ageBand: (band, today) => sql`recreation.age_band(resident.birth_date, ${today}::date) = ${band}`,
  email: (email) => sql`lower(resident.email) = lower(${email})`,
  phone: (phone) => sql`resident.phone = ${phone}`,
  locality: (locality) => sql`lower(resident.locality) = lower(${locality})`,
};

// An empty text sets no condition.
function conditionsOf(filter: ResidentFilter, today: string): Sql<boolean>[] {
  return (Object.keys(conditions) as (keyof ResidentFilter)[]).flatMap((field) => {
    const value = filter[field];
    return value ? [(conditions[field] as Condition<string>)(value, today)] : [];
  });
}

/** No name has more characters than this (resident-columns.ts), and no character of Unicode sorts after it. */
const last = '\u{10FFFF}'.repeat(100);

/** Whether a key begins with a prefix, ignoring case. Not `like`: PostgreSQL uses no index if its pattern is a parameter. */
function beginsWith(key: Sql<string>, prefix: string): Sql<boolean> {
  return sql`${key} between lower(${prefix}::text) and lower(${prefix}::text) || ${last}::text`;
}
