import type { Reader } from '../../engine/rows/reader.ts';
import { aboutPerson } from '../../engine/rows/row.ts';
import { sql } from '../../platform/sql/sql.ts';
import type { Guardianship, Household, HouseholdMember } from '../shared/graphql/generated/schema.ts';
import { project, type Columns } from '../shared/rows/columns.ts';
import { readResidentsById } from './residents.ts';
import type { Row } from '../shared/rows/row.ts';

const homeColumns: Columns<Household, 'id'> = {
  since: sql`coalesce(home.since, (select registered_at from recreation.resident member where member.id = home.resident_id))`,
};

/** Reads the household at each resident's home address. The data subject of each row is that resident. */
export async function readHomes(
  reader: Reader,
  residentIds: readonly string[],
  fields: ReadonlySet<string>,
): Promise<ReadonlyMap<string, Row<Household>>> {
  const { rows } = await sql<Row<Household> & { residentId: string }>`
    select home.household_id as id, home.resident_id as "residentId", ${project(homeColumns, fields)} from recreation.household_member home
    where home.is_home and home.resident_id = any(${[...residentIds]}::uuid[])`.execute(reader.database);
  return new Map(rows.map((row) => [row.residentId, aboutPerson(row, row.residentId)]));
}

/** Reads the members of each household. The data subject of each row is the member. */
export async function readMembers(
  reader: Reader,
  householdIds: readonly string[],
  fields: ReadonlySet<string>,
  today: string,
): Promise<ReadonlyMap<string, readonly Row<HouseholdMember>[]>> {
  const { rows } = await sql<{ householdId: string; residentId: string }>`
    select member.household_id as "householdId", member.resident_id as "residentId" from recreation.household_member member
    where member.household_id = any(${[...householdIds]}::uuid[]) order by member.resident_id`.execute(reader.database);
  const people = await readResidentsById(reader, [...new Set(rows.map(({ residentId }) => residentId))], fields, today);
  const members = rows.flatMap(({ householdId, residentId }) => {
    const person = people.get(residentId);
    return person ? [{ householdId, person }] : [];
  });
  const byHousehold = Map.groupBy(members, ({ householdId }) => householdId);
  return new Map([...byHousehold].map(([id, each]) => [id, each.map(({ person }) => person)]));
}

const guardianshipColumns: Columns<Guardianship, 'id'> = { areas: sql`care.scope`, since: sql`care.valid_from::text` };

/** Reads each resident's guardianships in effect on a day: begun, not ended, and the person is still a minor. */
export async function readGuardianships(
  reader: Reader,
  guardianIds: readonly string[],
  fields: ReadonlySet<string>,
  today: string,
): Promise<ReadonlyMap<string, readonly Row<Guardianship>[]>> {
  const { rows } = await sql<Row<Guardianship> & { guardianId: string; minorId: string }>`
    select care.guardian_id as "guardianId", care.minor_id as "minorId", ${project(guardianshipColumns, fields)}
    from recreation.guardianship care join recreation.resident minor on minor.id = care.minor_id
    where care.guardian_id = any(${[...guardianIds]}::uuid[]) and care.valid_from <= ${today}::date
      and (care.valid_until is null or care.valid_until > ${today}::date) and recreation.is_minor(minor.birth_date, ${today}::date)
    order by care.minor_id`.execute(reader.database);
  return Map.groupBy(
    rows.map((row) => aboutPerson(row, row.guardianId)),
    ({ guardianId }) => guardianId,
  );
}
