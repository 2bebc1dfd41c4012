import { sql, type Sql } from '../../../platform/sql/sql.ts';
import type { Relationship, Role } from '../graphql/generated/schema.ts';
import { perPartner } from '../../policy/partners/partners.ts';
import type { Declaration, PresentedAuthority } from '../../../engine/purpose/declaration.ts';
import { hasConflictOfInterest } from '../../staff/conflict-of-interest.ts';
import { isAdultOfHome, isProtected, isServedIn } from '../../people/protection.ts';
import type { RelationshipColumns, Reader } from '../../../engine/rows/reader.ts';
import type { Principal } from '../../../engine/purpose/principal.ts';
import { factReader, type RelationshipFact } from '../../../engine/rows/row.ts';
import { openedCase } from './open-case.ts';

/** The case and authority that relate a principal to others. The id of the case can be a piece of the statement; null: there is no case. */
export interface RelatedBy extends Pick<Declaration, 'authority'> {
  readonly openCase: { readonly id: string | Sql<string | null> } | undefined;
}

/** The parts of the look-up statement that depend on the role, over `recreation.resident resident`. */
export interface RelationshipStatement {
  readonly joins: Sql;
  readonly relationship: Sql<string>;
  /** One for each condition: its name if it holds, otherwise null. */
  readonly conditions: readonly Sql<string | null>[];
  /** Whether a principal who is an employee may see nothing of the row. */
  readonly conflictOfInterest: Sql<boolean>;
  /** Whether the principal is an adult of the household where the data subject lives. */
  readonly adultOfHome: Sql<boolean>;
}

/** The relationships that these statements can find. */
export const relationshipsLookedUp: readonly Relationship[] = [
  'SELF',
  'GUARDIAN',
  'HOUSEHOLD',
  'ENCOUNTER',
  'ASSIGNED_TICKET',
  'OPEN_REQUEST',
  'MANDATE',
  'NONE',
];

function relationshipStatement(role: Role, principalId: string, declaration: RelatedBy, today: string): RelationshipStatement {
  return relationshipStatements[role](principalId, declaration, today);
}

/** The column with the relationship and the conditions that hold, as one text separated by spaces. `factReader` reads it. */
function relationshipColumn({ relationship, conditions, adultOfHome }: RelationshipStatement): Sql<string> {
  return sql`concat_ws(' ', ${sql.join([relationship, ...conditions, ...protection(adultOfHome)])})`;
}

/** The parts for a principal who acts for the municipality or for a partner. */
function capacityStatement(principalId: string, relationship: Sql<string>): RelationshipStatement {
  return {
    joins: sql``,
    relationship,
    conditions: [],
    conflictOfInterest: hasConflictOfInterest(principalId),
    adultOfHome: sql`false`,
  };
}

/** The parts for a resident: SELF, GUARDIAN for a minor in care, HOUSEHOLD for an adult of a common household, or NONE. */
function residentStatement(principalId: string, today: string): RelationshipStatement {
  const area = (name: string, condition: string): Sql<string | null> =>
    sql`case when guardianship.scope @> array[${sql.lit(name)}] then ${sql.lit(condition)} end`;
  return {
    joins: sql`
      left join recreation.resident me on me.id = ${principalId}
      left join recreation.guardianship guardianship
        on guardianship.guardian_id = me.id and guardianship.minor_id = resident.id
        and guardianship.valid_from <= ${today}::date
        and (guardianship.valid_until is null or guardianship.valid_until > ${today}::date)
        and recreation.is_minor(resident.birth_date, ${today}::date)`,
    relationship: sql`case
      when resident.id = me.id then 'SELF'
      when guardianship.minor_id is not null then 'GUARDIAN'
      when not recreation.is_minor(resident.birth_date, ${today}::date) and not recreation.is_minor(me.birth_date, ${today}::date) and exists (
        select from recreation.household_member mine
        join recreation.household_member theirs on theirs.household_id = mine.household_id
        where mine.resident_id = me.id and theirs.resident_id = resident.id) then 'HOUSEHOLD'
      else 'NONE' end`,
    conditions: [
      area('ADDRESS', 'CARE_INCLUDES_ADDRESS'),
      area('HOUSEHOLD', 'CARE_INCLUDES_HOUSEHOLD'),
      area('SUPPORT_HISTORY', 'CARE_INCLUDES_SUPPORT'),
    ],
    conflictOfInterest: sql`false`,
    adultOfHome: isAdultOfHome(principalId, today),
  };
}

/** The conditions of address protection. They are the same for every role. */
function protection(adultOfHome: Sql<boolean>): readonly Sql<string | null>[] {
  return [sql`case when ${isProtected} then 'ADDRESS_PROTECTED' end`, sql`case when ${adultOfHome} then 'ADULT_OF_THAT_HOUSEHOLD' end`];
}

type MakeStatement = (principalId: string, declaration: RelatedBy, today: string) => RelationshipStatement;

const none: Sql<string> = sql`'NONE'`;

const relationshipStatements: Readonly<Record<Role, MakeStatement>> = {
  ANONYMOUS: (principalId) => capacityStatement(principalId, none),
  RESIDENT: (principalId, _declaration, today) => residentStatement(principalId, today),
  CUSTOMER_SERVICE: (principalId, { openCase }, today) =>
    capacityStatement(principalId, openCase ? sql`case when ${isServedIn(openCase.id, today)} then 'ENCOUNTER' else 'NONE' end` : none),
  SUPPORT: (principalId, { openCase }) =>
    capacityStatement(
      principalId,
      sql`case when exists (
        select from recreation.ticket ticket where ticket.id = ${openCase?.id ?? null}::uuid and ticket.resident_id = resident.id
      ) then 'ASSIGNED_TICKET' else 'NONE' end`,
    ),
  PRIVACY_OFFICER: (principalId, { openCase }) =>
    capacityStatement(
      principalId,
      sql`case when exists (
        select from recreation.request request where request.id = ${openCase?.id ?? null}::uuid and request.resident_id = resident.id
      ) then 'OPEN_REQUEST' else 'NONE' end`,
    ),
  SECURITY: (principalId) => capacityStatement(principalId, none),
  STAFF_ADMINISTRATOR: (principalId) => capacityStatement(principalId, none),
  ...perPartner(({ namesSubjects }) => (namesSubjects ? mandateStatement : engagementStatement)),
};

/** An engagement names no data subjects. It covers everyone in the access log and shows nothing else about them. */
function engagementStatement(principalId: string, { authority }: RelatedBy): RelationshipStatement {
  if (!authority?.inForce) return capacityStatement(principalId, none);
  return capacityStatement(principalId, sql`case when ${isInToken(authority)} then 'MANDATE' else 'NONE' end`);
}

function isInToken({ subjects }: Pick<PresentedAuthority, 'subjects'>): Sql<boolean> {
  return subjects === undefined ? sql`true` : sql`resident.id = any(${[...subjects]}::uuid[])`;
}

function mandateStatement(principalId: string, { authority }: RelatedBy): RelationshipStatement {
  const mandateId = authority?.inForce ? authority.id : null;
  return {
    ...capacityStatement(
      principalId,
      sql`case when exists (
        select from recreation.mandate_subject named where named.mandate_id = ${mandateId}::uuid and named.resident_id = resident.id
      ) and ${isInToken(authority ?? {})} then 'MANDATE' else 'NONE' end`,
    ),
    joins: sql`left join recreation.account account on account.resident_id = resident.id`,
    conditions: [
      sql`case when account.credit_check_open then 'CREDIT_CHECK_OPEN' end`,
      sql`case when account.overdue_amount > 0 and account.assigned_to = ${principalId} then 'OVERDUE_AND_ASSIGNED' end`,
    ],
  };
}

/**
 * Makes the columns with which statements about residents also select the principal's relationship to each, so that no further
 * statement is needed. They give the same facts as `lookUpRelationships`.
 * @param today RFC 3339 full-date, in the municipality's time zone
 * @param note receives the fact of each resident who was read; without a fact nothing about that resident is released
 * @returns undefined for an anonymous principal, who has no relationships
 */
export function relationshipColumns(
  principal: Principal,
  declaration: RelatedBy,
  today: string,
  note: (residentId: string, fact: RelationshipFact | undefined) => void,
): RelationshipColumns | undefined {
  if (principal.id === undefined) return undefined;
  const { id, role } = principal;
  const readFact = factReader();
  let made: RelationshipStatement | undefined;
  // Not every operation reads residents.
  const statement = (): RelationshipStatement => (made ??= relationshipStatement(role, id, declaration, today));
  return {
    joins: () => statement().joins,
    column: () => sql`case when not ${statement().conflictOfInterest} then ${relationshipColumn(statement())} end`,
    take: (residentId, text) => note(residentId, text === null ? undefined : readFact(text)),
  };
}

/**
 * Makes the columns with which the statement that finds a case also selects the relationship of its principal to its resident: with the
 * case if it is open, and otherwise without any case.
 * @param facts receives the fact of the resident; undefined: nothing about that resident is released
 */
export function caseRelationships(
  principal: Principal,
  today: string,
  facts: Map<string, RelationshipFact | undefined>,
): RelationshipColumns | undefined {
  return relationshipColumns(
    principal,
    { openCase: { id: openedCase }, authority: undefined },
    today,
    (id, fact) => void facts.set(id, fact),
  );
}

/**
 * Looks up how the principal is related to each of these data subjects now, in one statement (XACML: policy information point).
 * @param subjectIds distinct ids of residents, employees, or privacy requests from a sender without an account
 * @returns one fact for each known data subject. Without a fact nothing is released about a resident: an employee gets
 *   none about a resident with whom there is a conflict of interest
 */
export async function lookUpRelationships(
  reader: Reader,
  principal: Principal,
  declaration: Declaration,
  subjectIds: readonly string[],
): Promise<Map<string, RelationshipFact>> {
  if (principal.id === undefined) return new Map();
  const statement = relationshipStatement(principal.role, principal.id, declaration, reader.today);
  const ids = [...subjectIds];
  // An employee's own row gets NONE like a colleague's row: only residents have the relationship SELF.
  const { rows } = await sql<{ id: string; fact: string }>`
    select resident.id, ${relationshipColumn(statement)} as fact
    from recreation.resident resident ${statement.joins}
    where resident.id = any(${ids}::uuid[]) and not ${statement.conflictOfInterest}
    union all
    select employee.id, 'NONE'
    from recreation.employee employee where employee.id = any(${ids}::uuid[])
    union all
    select request.id, case when request.id = ${declaration.openCase?.id ?? null}::uuid then 'OPEN_REQUEST' else 'NONE' end
    from recreation.request request where request.id = any(${ids}::uuid[]) and request.resident_id is null
  `.execute(reader.database);
  const readFact = factReader();
  return new Map(rows.map(({ id, fact }) => [id, readFact(fact)]));
}
