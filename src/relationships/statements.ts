import { sql, type Sql } from '../sql.ts';
import type { Role } from '../generated/schema.ts';
import { perPartner } from '../partners.ts';
import type { Declaration } from '../purpose/declaration.ts';
import { isAdultOfHome, isProtected, isServedIn } from '../records/protection.ts';
import { isOwnRecord } from '../records/scope.ts';

/** The parts of the one look-up statement that differ by role, over `recreation.resident resident`. */
export interface TieStatement {
  readonly joins: Sql;
  readonly relationship: Sql<string>;
  /** Each the condition's name, or null where it does not hold. */
  readonly conditions: readonly Sql<string | null>[];
  /** Whether the row is the principal's own record as a resident, in another capacity. */
  readonly ownRecord: Sql<boolean>;
  /** Whether the principal is an adult of the very household where the data subject lives. */
  readonly adultOfHome: Sql<boolean>;
}

/** The parts for a principal. */
export function tieStatement(role: Role, principalId: string, declaration: Declaration, today: string): TieStatement {
  return tieStatements[role](principalId, declaration, today);
}

/** A tie in one text: the relationship, then the conditions that hold, with spaces between. */
export function tieColumn({ relationship, conditions, adultOfHome }: TieStatement): Sql<string> {
  return sql`concat_ws(' ', ${sql.join([relationship, ...conditions, ...protection(adultOfHome)])})`;
}

/** A tie of somebody who acts for the municipality or for a partner. */
function capacityTie(principalId: string, relationship: Sql<string>): TieStatement {
  return {
    joins: sql``,
    relationship,
    conditions: [],
    ownRecord: isOwnRecord(principalId),
    adultOfHome: sql`false`,
  };
}

/** A resident's tie: oneself, a minor in one's care, an adult of one's household, or none. */
function residentTie(principalId: string, today: string): TieStatement {
  const area = (name: string, condition: string): Sql<string | null> =>
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
      area('ADDRESS', 'CARE_INCLUDES_ADDRESS'),
      area('HOUSEHOLD', 'CARE_INCLUDES_HOUSEHOLD'),
      area('SUPPORT_HISTORY', 'CARE_INCLUDES_SUPPORT'),
    ],
    ownRecord: sql`false`,
    adultOfHome: isAdultOfHome(principalId, today),
  };
}

/** The conditions of address protection, for every role alike. */
function protection(adultOfHome: Sql<boolean>): readonly Sql<string | null>[] {
  return [sql`case when ${isProtected} then 'ADDRESS_PROTECTED' end`, sql`case when ${adultOfHome} then 'ADULT_OF_THAT_HOUSEHOLD' end`];
}

type TieOf = (principalId: string, declaration: Declaration, today: string) => TieStatement;

const none: Sql<string> = sql`'NONE'`;

const tieStatements: Readonly<Record<Role, TieOf>> = {
  ANONYMOUS: (principalId) => capacityTie(principalId, none),
  RESIDENT: (principalId, _declaration, today) => residentTie(principalId, today),
  CUSTOMER_SERVICE: (principalId, { openCase }, today) =>
    capacityTie(principalId, openCase ? sql`case when ${isServedIn(openCase.id, today)} then 'ENCOUNTER' else 'NONE' end` : none),
  SUPPORT: (principalId, { openCase }) =>
    capacityTie(
      principalId,
      sql`case when exists (
        select from recreation.ticket ticket where ticket.id = ${openCase?.id ?? null}::uuid and ticket.resident_id = resident.id
      ) then 'ASSIGNED_TICKET' else 'NONE' end`,
    ),
  PRIVACY_OFFICER: (principalId, { openCase }) =>
    capacityTie(
      principalId,
      sql`case when exists (
        select from recreation.request request where request.id = ${openCase?.id ?? null}::uuid and request.resident_id = resident.id
      ) then 'OPEN_REQUEST' else 'NONE' end`,
    ),
  SECURITY: (principalId) => capacityTie(principalId, none),
  ...perPartner(({ namesSubjects }) => (namesSubjects ? mandateTie : engagementTie)),
};

/** An engagement names no data subjects: it covers all in the access log, and shows nothing else of them. */
function engagementTie(principalId: string, { mandate }: Declaration): TieStatement {
  return capacityTie(principalId, mandate?.inForce ? sql`'MANDATE'` : none);
}

function mandateTie(principalId: string, { mandate }: Declaration): TieStatement {
  const mandateId = mandate?.inForce ? mandate.id : null;
  return {
    ...capacityTie(
      principalId,
      sql`case when exists (
        select from recreation.mandate_subject named where named.mandate_id = ${mandateId}::uuid and named.resident_id = resident.id
      ) then 'MANDATE' else 'NONE' end`,
    ),
    joins: sql`left join recreation.account account on account.resident_id = resident.id`,
    conditions: [
      sql`case when account.credit_check_open then 'CREDIT_CHECK_OPEN' end`,
      sql`case when account.overdue_amount > 0 and account.assigned_to = ${principalId} then 'OVERDUE_AND_ASSIGNED' end`,
    ],
  };
}
