import { sql } from '../sql.ts';
import type { Principal } from '../authentication/principal.ts';
import type { Declaration } from '../purpose/declaration.ts';
import { dayOf, type Reader } from '../records/reader.ts';
import { tieColumn, tieStatement } from './statements.ts';
import { tieReader, type Tie } from './tie.ts';

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
  const tie = tieStatement(principal.role, principal.id, declaration, dayOf(reader.now));
  const ids = [...subjectIds];
  // The own row as an employee is like a colleague's: SELF is a resident's tie, and no capacity has a grant for it.
  const { rows } = await sql<{ id: string; tie: string }>`
    select resident.id, ${tieColumn(tie)} as tie
    from recreation.resident resident ${tie.joins}
    where resident.id = any(${ids}::uuid[]) and not ${tie.ownRecord}
    union all
    select employee.id, 'NONE'
    from recreation.employee employee where employee.id = any(${ids}::uuid[])
    union all
    select request.id, case when request.id = ${declaration.openCase?.id ?? null}::uuid then 'OPEN_REQUEST' else 'NONE' end
    from recreation.request request where request.id = any(${ids}::uuid[]) and request.resident_id is null
  `.execute(reader.database);
  const readTie = tieReader();
  return new Map(rows.map(({ id, tie }) => [id, readTie(tie)]));
}
