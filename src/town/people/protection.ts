import { sql, type Sql } from '../../platform/sql/sql.ts';

function livesProtected(alias: string): Sql<boolean> {
  const person = sql.ref(alias);
  return sql`(${person}.address_protected or ${person}.lives_protected)`;
}

/**
 * Whether `recreation.resident resident` is address-protected (clause `safeguards`). People who share the home of a protected person are
 * protected too, because they have the same address. Triggers in the database record them (`tables/protection.ts`).
 */
export const isProtected: Sql<boolean> = livesProtected('resident');

/**
 * Whether the principal is an adult of the resident's home. A minor's second household is not their home.
 * @param today RFC 3339 full-date
 */
export function isAdultOfHome(principalId: string | null, today: string): Sql<boolean> {
  return sql`exists (
    select from recreation.household_member mine
    join recreation.household_member theirs on theirs.household_id = mine.household_id
    join recreation.resident asking on asking.id = mine.resident_id
    where mine.resident_id = ${principalId}::uuid and mine.is_home and theirs.resident_id = resident.id and theirs.is_home
      and not recreation.is_minor(asking.birth_date, ${today}::date))`;
}

/**
 * Whether a person is not the principal and lives in another home. If either has no home, they live apart. A minor's second household is
 * not their home.
 */
export function livesElsewhere(principalId: string | null, personId: Sql): Sql<boolean> {
  return sql`(${personId} is distinct from ${principalId}::uuid and not exists (
    select from recreation.household_member mine
    join recreation.household_member theirs on theirs.household_id = mine.household_id
    where mine.resident_id = ${principalId}::uuid and mine.is_home and theirs.resident_id = ${personId} and theirs.is_home))`;
}

/**
 * Whether `resident` is a minor in the home of `served`, and so is served together with that person. A predicate over both
 * aliases. False if either is address-protected, because the household must then not be revealed. It is the home of both: a minor's
 * second household does not count, or its adults would find out at the counter whether the minor's home is protected.
 * @param today RFC 3339 full-date
 */
function isMinorOfHome(today: string): Sql<boolean> {
  return sql`(${isMinorServedWith(today)} and exists (
    select from recreation.household_member home
    join recreation.household_member mate on mate.household_id = home.household_id
    where home.resident_id = served.id and home.is_home and mate.resident_id = resident.id and mate.is_home))`;
}

/**
 * The same as `isMinorOfHome`, for a resident who is known to live in the home of `served`.
 * @param today RFC 3339 full-date
 */
export function isMinorServedWith(today: string): Sql<boolean> {
  return sql`(recreation.is_minor(resident.birth_date, ${today}::date) and resident.id <> served.id
    and not ${isProtected} and not ${livesProtected('served')})`;
}

/**
 * Whether a resident is served in an encounter. It serves its own resident and, for SERVICE_PROVISION, the minors of the
 * resident's home (clause `access`). A payment or an age check does not show the household, so it serves only its own resident.
 */
export function isServedIn(encounterId: string | Sql | null, today: string): Sql<boolean> {
  return sql`exists (
    select from recreation.encounter encounter join recreation.resident served on served.id = encounter.resident_id
    where encounter.id = ${encounterId}::uuid and (served.id = resident.id or encounter.purpose = 'SERVICE_PROVISION' and ${isMinorOfHome(today)}))`;
}
