import type { RelationshipColumns } from '../../../engine/rows/reader.ts';
import type { Principal } from '../../../engine/purpose/principal.ts';
import { openedCase } from './open-case.ts';
import { relationshipColumns } from './relationship-columns.ts';
import type { RelationshipFact } from '../../../engine/guard/relationship-fact.ts';

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
