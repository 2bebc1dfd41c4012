import type { Reader } from '../../engine/rows/reader.ts';
import { aboutPerson } from '../../engine/rows/row.ts';
import { sql, type Sql } from '../../platform/sql/sql.ts';
import type {
  Encounter,
  HouseholdMember,
  Identifications,
  IdentityEvidence,
  Resident,
  RowScope,
} from '../shared/graphql/generated/schema.ts';
import { project, type Columns } from '../shared/rows/columns.ts';
import { isEncounterOpen } from '../shared/access/open-case.ts';
import { isMinorServedWith } from '../people/protection.ts';
import { readResidentsById } from '../people/residents.ts';
import type { Row } from '../shared/rows/row.ts';
import { residentInScope, type Viewer } from '../shared/access/scope.ts';

const columns: Columns<Encounter, 'id'> = {
  purpose: sql`encounter.purpose`,
  identifiedBy: sql`encounter.identified_by`,
  startedAt: sql`encounter.started_at`,
  endedAt: sql`encounter.ended_at`,
};

/**
 * Reads an encounter of the viewer.
 * @returns undefined if it is unknown, another employee's, or about a resident with whom there is a conflict of interest
 */
export async function readOwnEncounter(
  reader: Reader,
  scope: RowScope | undefined,
  viewer: Viewer,
  id: string,
  fields: ReadonlySet<string>,
): Promise<Row<Encounter> | undefined> {
  return readOwn(reader, scope, viewer, sql`encounter.id = ${id}::uuid`, fields);
}

/**
 * Reads the encounter that the viewer has open: there is at most one.
 * @returns undefined if there is none, or it is about a resident with whom there is a conflict of interest
 */
export async function readOpenEncounter(
  reader: Reader,
  scope: RowScope | undefined,
  viewer: Viewer,
  fields: ReadonlySet<string>,
): Promise<Row<Encounter> | undefined> {
  return readOwn(reader, scope, viewer, isEncounterOpen(reader.now), fields);
}

async function readOwn(
  reader: Reader,
  scope: RowScope | undefined,
  viewer: Viewer,
  wanted: Sql<boolean>,
  fields: ReadonlySet<string>,
): Promise<Row<Encounter> | undefined> {
  // An encounter that has just begun or ended is not an open case, so a scope of the case may not include its resident. Any scope
  // therefore counts as ALL here.
  const reachable = residentInScope(scope && 'ALL', viewer);
  const { rows } = await sql<Row<Encounter>>`
    select encounter.id, encounter.resident_id as "residentId", ${project(columns, fields)}
    from recreation.encounter encounter join recreation.resident resident on resident.id = encounter.resident_id
    where ${wanted} and encounter.employee_id = ${viewer.principalId ?? null}::uuid
      and ${reachable}`.execute(reader.database);
  return rows[0] && aboutPerson(rows[0], rows[0].residentId);
}

/**
 * Reads how clerks identified the people of the encounters that they began in a period. ALL is the only scope.
 * @returns one row for each clerk, about that clerk. The clerk who most often said that the person is known comes first
 */
export async function readIdentifications(
  reader: Reader,
  scope: RowScope | undefined,
  from: Date,
  until: Date,
): Promise<readonly Row<Identifications>[]> {
  const count = (evidence: IdentityEvidence): Sql => sql`count(*) filter (where encounter.identified_by = ${sql.lit(evidence)})::int`;
  const { rows } = await sql<Row<Identifications> & { employeeId: string }>`
    select encounter.employee_id as "employeeId", encounter.employee_id as employee, ${count('KNOWN_TO_ME')} as "knownToMe",
      ${count('PHOTO_CARD')} as "photoCard", ${count('ANSWERS_MATCHED')} as "answersMatched"
    from recreation.encounter encounter
    where ${scope === 'ALL'} and encounter.started_at >= ${from}::timestamptz and encounter.started_at < ${until}::timestamptz
    group by encounter.employee_id order by "knownToMe" desc, encounter.employee_id limit ${sql.lit(mostClerks)}`.execute(reader.database);
  return rows.map((row) => aboutPerson(row, row.employeeId));
}

const mostClerks = 100;

/**
 * Reads the people who are served in an encounter with each of these residents: the resident first, then the minors of the
 * resident's home. Each row names its object type, and its data subject is that person.
 * @param fields the fields of a resident and of a household member
 */
export async function readServed(
  reader: Reader,
  residentIds: readonly string[],
  fields: ReadonlySet<string>,
  today: string,
): Promise<ReadonlyMap<string, readonly Row<Resident & HouseholdMember>[]>> {
  const { rows } = await sql<{ servedId: string; minorId: string }>`
    select served.id as "servedId", resident.id as "minorId"
    from recreation.resident served
    join recreation.household_member here on here.resident_id = served.id and here.is_home
    join recreation.household_member there on there.household_id = here.household_id and there.is_home
    join recreation.resident resident on resident.id = there.resident_id
    where served.id = any(${[...residentIds]}::uuid[]) and ${isMinorServedWith(today)}
    order by resident.id`.execute(reader.database);
  const ids = [...new Set([...residentIds, ...rows.map(({ minorId }) => minorId)])];
  const people = await readResidentsById(reader, ids, fields, today);
  const minors = Map.groupBy(rows, ({ servedId }) => servedId);
  const asType = (id: string, __typename: 'Resident' | 'HouseholdMember'): Row<Resident & HouseholdMember>[] => {
    const person = people.get(id);
    return person ? [{ ...person, __typename }] : [];
  };
  return new Map(
    residentIds.map((id) => [
      id,
      [...asType(id, 'Resident'), ...(minors.get(id) ?? []).flatMap(({ minorId }) => asType(minorId, 'HouseholdMember'))],
    ]),
  );
}
