import { sql, type RawBuilder } from 'kysely';
import type { Principal } from '../authentication/principal.ts';
import type { Role } from '../generated/schema.ts';
import type { Declaration } from '../purpose/declaration.ts';
import { isServedIn } from '../records/protection.ts';
import { dayOf, type Reader } from '../records/reader.ts';
import type { Tie } from './tie.ts';
import { capacityTie, protection, residentTie, type TieStatement } from './statements.ts';

/**
 * Looks up what ties the principal to each of these data subjects now, in one statement
 * (the policy information point, in XACML's words).
 * @param subjectIds distinct ids of residents, employees, or requests from somebody without an account
 * @returns a tie per known data subject; an employee's own record as a resident has none, and nothing is then released
 */
export async function lookUpTies(
  reader: Reader,
  principal: Principal,
  declaration: Declaration,
  subjectIds: readonly string[],
): Promise<Map<string, Tie>> {
  if (principal.id === undefined) return new Map();
  const tie = tieStatements[principal.role](principal.id, declaration, dayOf(reader.now));
  const ids = [...subjectIds];
  // The own row as an employee is like a colleague's: SELF is a resident's tie, and no capacity has a grant for it.
  const { rows } = await sql<Tie & { id: string }>`
    select resident.id, ${tie.relationship} as relationship,
      array_remove(array[${sql.join([...tie.conditions, ...protection(tie.adultOfHome)])}], null) as conditions
    from recreation.resident resident ${tie.joins}
    where resident.id = any(${ids}::uuid[]) and not ${tie.ownRecord}
    union all
    select employee.id, 'NONE', '{}'::text[]
    from recreation.employee employee where employee.id = any(${ids}::uuid[])
    union all
    select request.id, case when request.id = ${declaration.openCase?.id ?? null}::uuid then 'OPEN_REQUEST' else 'NONE' end, '{}'::text[]
    from recreation.request request where request.id = any(${ids}::uuid[]) and request.resident_id is null
  `.execute(reader.database);
  return new Map(rows.map(({ id, relationship, conditions }) => [id, { relationship, conditions }]));
}

type TieOf = (principalId: string, declaration: Declaration, today: string) => TieStatement;

const none: RawBuilder<string> = sql`'NONE'`;

const tieStatements: Readonly<Record<Role, TieOf>> = {
  ANONYMOUS: (principalId) => capacityTie(principalId, none),
  RESIDENT: (principalId, _declaration, today) => residentTie(principalId, today),
  CUSTOMER_SERVICE: (principalId, { openCase }, today) =>
    capacityTie(principalId, sql`case when ${isServedIn(openCase?.id ?? null, today)} then 'ENCOUNTER' else 'NONE' end`),
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
  MAINTENANCE_AGENT: mandateTie,
  CREDIT_REPORTING_AGENCY: mandateTie,
  COLLECTION_AGENCY: mandateTie,
  LAW_ENFORCEMENT: mandateTie,
  // An engagement is about the log, so it covers whoever is in it; what it may see of them is the log alone.
  CONTROL_AGENCY: (principalId, { mandate }) => capacityTie(principalId, mandate?.inForce ? sql`'MANDATE'` : none),
};

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
