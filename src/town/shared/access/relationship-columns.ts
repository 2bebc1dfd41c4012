import type { RelationshipColumns } from '../../../engine/rows/reader.ts';
import { sql } from '../../../platform/sql/sql.ts';
import type { Principal } from '../../../engine/purpose/principal.ts';
import { relationshipColumn, relationshipStatement, type RelatedBy, type RelationshipStatement } from './statements.ts';
import { factReader, type RelationshipFact } from '../../../engine/guard/relationship-fact.ts';
import { openedCase } from './open-case.ts';

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
