import { sql, type Sql } from '../sql.ts';

function livesProtected(alias: string): Sql<boolean> {
  const person = sql.ref(alias);
  return sql`(${person}.address_protected or ${person}.lives_protected)`;
}

/**
 * Whether a resident is address-protected, over `recreation.resident resident` (clause `safeguards`). Whoever shares the
 * home of a protected person is protected too, for their address is that person's: the database keeps who that is
 * (Migration0012LivesProtected).
 */
export const isProtected: Sql<boolean> = livesProtected('resident');

/**
 * Whether the principal is an adult of the very household where the resident lives. A second
 * household, of which a minor is a member too, is not the home.
 * @param today RFC 3339 full-date
 */
export function isAdultOfHome(principalId: string | null, today: string): Sql<boolean> {
  return sql`exists (
    select from recreation.household_member mine
    join recreation.household_member theirs on theirs.household_id = mine.household_id
    join recreation.resident asking on asking.id = mine.resident_id
    where mine.resident_id = ${principalId}::uuid and mine.is_home and theirs.resident_id = resident.id and theirs.is_home
      and not recreation.is_minor(asking, ${today}::date))`;
}

/**
 * Whether a resident is a minor of the home of `served` (over both aliases): who is served when that
 * one is. Nobody is, where either lives protected, for then the household is not to be known.
 * @param today RFC 3339 full-date
 */
function isMinorOfHome(today: string): Sql<boolean> {
  return sql`(${isServedAlong(today)} and exists (
    select from recreation.household_member home
    join recreation.household_member mate on mate.household_id = home.household_id
    where home.resident_id = served.id and home.is_home and mate.resident_id = resident.id))`;
}

/**
 * The same of a resident who is of the home of `served` for certain.
 * @param today RFC 3339 full-date
 */
export function isServedAlong(today: string): Sql<boolean> {
  return sql`(recreation.is_minor(resident, ${today}::date) and resident.id <> served.id
    and not ${isProtected} and not ${livesProtected('served')})`;
}

/**
 * Whether a resident is served in an encounter: the one whom it is with and, where a service is provided,
 * the minors of that home (clause `access`). A payment and the check of an age show no household, and who
 * is served beside somebody would tell it.
 */
export function isServedIn(encounterId: string | null, today: string): Sql<boolean> {
  return sql`exists (
    select from recreation.encounter encounter join recreation.resident served on served.id = encounter.resident_id
    where encounter.id = ${encounterId}::uuid and (served.id = resident.id or encounter.purpose = 'SERVICE_PROVISION' and ${isMinorOfHome(today)}))`;
}
