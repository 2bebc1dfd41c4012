import { sql, type Sql } from '../../../platform/sql/sql.ts';
import type { Role, RowScope } from '../graphql/generated/schema.ts';
import { partnerOf } from '../../policy/partners/partners.ts';
import { hasConflictOfInterest } from '../../staff/conflict-of-interest.ts';
import { isServedIn } from '../../people/protection.ts';

/** The principal, case and mandate that a row scope refers to. */
export interface Viewer {
  readonly principalId: string | undefined;
  readonly role: Role;
  readonly caseId: string | undefined;
  /** Only a mandate in force. */
  readonly mandateId: string | undefined;
  /** The only data subjects of the mandate whom the token names; undefined: all. */
  readonly subjectIds?: readonly string[] | undefined;
  /** RFC 3339 full-date. */
  readonly today: string;
  /** The municipality's time zone (IANA); undefined: UTC, outside of a request. */
  readonly timeZone?: string | undefined;
}

/**
 * Whether `recreation.resident resident` is within a row scope; false for an undefined scope. The statement is the same whether or
 * not a row exists.
 */
export function residentInScope(scope: RowScope | undefined, viewer: Viewer): Sql<boolean> {
  const principal = viewer.principalId ?? null;
  const { today } = viewer;
  const own = sql<boolean>`resident.id = ${principal}::uuid`;
  const ownAndInCare = sql`
    select ${principal}::uuid
    union all select care.minor_id
    from recreation.guardianship care join recreation.resident minor on minor.id = care.minor_id
    where care.guardian_id = ${principal}::uuid and care.valid_from <= ${today}::date
      and (care.valid_until is null or care.valid_until > ${today}::date) and recreation.is_minor(minor.birth_date, ${today}::date)`;
  switch (scope) {
    case 'SELF':
      return own;
    case 'CARE':
      return among(ownAndInCare);
    case 'FAMILY':
      return among(sql`${ownAndInCare}
        union all select mate.id
        from recreation.household_member mine
        join recreation.household_member theirs on theirs.household_id = mine.household_id
        join recreation.resident me on me.id = mine.resident_id
        join recreation.resident mate on mate.id = theirs.resident_id
        where mine.resident_id = ${principal}::uuid
          and not recreation.is_minor(me.birth_date, ${today}::date) and not recreation.is_minor(mate.birth_date, ${today}::date)`);
    case 'ENCOUNTER':
      return sql`(${among(homeOfCase(viewer))} and ${isServedIn(viewer.caseId ?? null, today)} and ${withoutConflict(viewer)})`;
    case 'ASSIGNED_TICKET':
      return sql`(exists (select from recreation.ticket assigned
        where assigned.id = ${viewer.caseId ?? null}::uuid and assigned.resident_id = resident.id) and ${withoutConflict(viewer)})`;
    case 'OPEN_REQUEST':
      return sql`(exists (select from recreation.request asked
        where asked.id = ${viewer.caseId ?? null}::uuid and asked.resident_id = resident.id) and ${withoutConflict(viewer)})`;
    case 'MANDATE':
      return sql`(exists (select from recreation.mandate_subject named
        where named.mandate_id = ${viewer.mandateId ?? null}::uuid and named.resident_id = resident.id)
        and ${isInToken(viewer)} and ${mandateCondition(viewer)} and ${withoutConflict(viewer)})`;
    case 'ALL':
    case 'QUEUE':
      return withoutConflict(viewer);
    default:
      return sql`false`;
  }
}

// PostgreSQL evaluates the array once. It would evaluate a condition on each row for every resident.
function among(ids: Sql): Sql<boolean> {
  return sql`resident.id = any(array(${ids}))`;
}

// All members of the served resident's home. `isServedIn` decides which of them are served.
function homeOfCase({ caseId }: Viewer): Sql {
  return sql`
    select encounter.resident_id from recreation.encounter encounter where encounter.id = ${caseId ?? null}::uuid
    union all select mate.resident_id
    from recreation.encounter encounter
    join recreation.household_member home on home.resident_id = encounter.resident_id and home.is_home
    join recreation.household_member mate on mate.household_id = home.household_id and mate.is_home
    where encounter.id = ${caseId ?? null}::uuid`;
}

function withoutConflict({ principalId }: Viewer): Sql<boolean> {
  return sql`not ${hasConflictOfInterest(principalId ?? null)}`;
}

function isInToken({ subjectIds }: Viewer): Sql<boolean> {
  return subjectIds === undefined ? sql`true` : sql`resident.id = any(${[...subjectIds]}::uuid[])`;
}

// Clauses `credit` and `collections`: such a mandate covers a person only while this condition holds.
function mandateCondition({ role, principalId }: Viewer): Sql<boolean> {
  const { onlyWhile } = partnerOf(role) ?? {};
  if (onlyWhile === 'CREDIT_CHECK_OPEN') {
    return sql`exists (select from recreation.account checked
      where checked.resident_id = resident.id and checked.credit_check_open)`;
  }
  if (onlyWhile === 'OVERDUE_AND_ASSIGNED') {
    return sql`exists (select from recreation.account owed
      where owed.resident_id = resident.id and owed.overdue_amount > 0 and owed.assigned_to = ${principalId ?? null}::uuid)`;
  }
  return sql`true`;
}
