import type { Reader } from '../../../engine/rows/reader.ts';
import { sql } from '../../../platform/sql/sql.ts';
import type { Principal } from '../../../engine/purpose/principal.ts';
import type { Declaration } from '../../../engine/purpose/declaration.ts';
import { relationshipColumn, relationshipStatement } from './statements.ts';
import { factReader, type RelationshipFact } from '../../../engine/guard/relationship-fact.ts';

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
