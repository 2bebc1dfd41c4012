import { sql, type RawBuilder } from 'kysely';
import { isAdultOfHome, isProtected } from '../records/protection.ts';

/** The parts of the one look-up statement that differ by role, over `recreation.resident resident`. */
export interface TieStatement {
  readonly joins: RawBuilder<unknown>;
  readonly relationship: RawBuilder<string>;
  /** Each the condition's name, or null where it does not hold. */
  readonly conditions: readonly RawBuilder<string | null>[];
  /** Whether the row is the principal's own record as a resident, in another capacity. */
  readonly ownRecord: RawBuilder<boolean>;
  /** Whether the principal is an adult of the very household where the data subject lives. */
  readonly adultOfHome: RawBuilder<boolean>;
}

/** A tie of somebody who acts for the municipality or for a partner. */
export function capacityTie(principalId: string, relationship: RawBuilder<string>): TieStatement {
  return {
    joins: sql``,
    relationship,
    conditions: [],
    ownRecord: sql`exists (
      select from recreation.employee self where self.id = ${principalId} and self.resident_id = resident.id)`,
    adultOfHome: sql`false`,
  };
}

/** A resident's tie: oneself, a minor in one's care, an adult of one's household, or none. */
export function residentTie(principalId: string, today: string): TieStatement {
  const scope = (name: string, condition: string): RawBuilder<string | null> =>
    sql`case when guardianship.scope @> array[${sql.lit(name)}] then ${sql.lit(condition)} end`;
  return {
    joins: sql`
      left join recreation.resident me on me.id = ${principalId}
      left join recreation.guardianship guardianship
        on guardianship.guardian_id = me.id and guardianship.minor_id = resident.id
        and guardianship.valid_from <= ${today}::date
        and (guardianship.valid_until is null or guardianship.valid_until > ${today}::date)
        and recreation.is_minor(resident, ${today}::date)`,
    relationship: sql`case
      when resident.id = me.id then 'SELF'
      when guardianship.minor_id is not null then 'GUARDIAN'
      when not recreation.is_minor(resident, ${today}::date) and not recreation.is_minor(me, ${today}::date) and exists (
        select from recreation.household_member mine
        join recreation.household_member theirs on theirs.household_id = mine.household_id
        where mine.resident_id = me.id and theirs.resident_id = resident.id) then 'HOUSEHOLD'
      else 'NONE' end`,
    conditions: [
      scope('ADDRESS', 'WITHIN_ADDRESS_SCOPE'),
      scope('HOUSEHOLD', 'WITHIN_HOUSEHOLD_SCOPE'),
      scope('SUPPORT_HISTORY', 'WITHIN_SUPPORT_SCOPE'),
    ],
    ownRecord: sql`false`,
    adultOfHome: isAdultOfHome(principalId, today),
  };
}

/** The conditions of address protection, for every role alike. */
export function protection(adultOfHome: RawBuilder<boolean>): readonly RawBuilder<string | null>[] {
  return [sql`case when ${isProtected} then 'ADDRESS_PROTECTED' end`, sql`case when ${adultOfHome} then 'ADULT_OF_THAT_HOUSEHOLD' end`];
}
