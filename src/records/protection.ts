import { sql, type RawBuilder } from 'kysely';

/**
 * Whether a resident is address-protected, over `recreation.resident resident` (clause `safeguards`).
 * Whoever shares the home of a protected person is protected too: their address is that person's address.
 */
export const isProtected: RawBuilder<boolean> = sql`(resident.address_protected or exists (
  select from recreation.household_member home
  join recreation.household_member mate on mate.household_id = home.household_id
  join recreation.resident other on other.id = mate.resident_id
  where home.resident_id = resident.id and home.is_home and other.address_protected))`;

/**
 * Whether the principal is an adult of the very household where the resident lives. A second
 * household, of which a minor is a member too, is not the home.
 * @param today RFC 3339 full-date
 */
export function isAdultOfHome(principalId: string | null, today: string): RawBuilder<boolean> {
  return sql`exists (
    select from recreation.household_member mine
    join recreation.household_member theirs on theirs.household_id = mine.household_id
    join recreation.resident asking on asking.id = mine.resident_id
    where mine.resident_id = ${principalId}::uuid and theirs.resident_id = resident.id and theirs.is_home
      and not recreation.is_minor(asking, ${today}::date))`;
}
