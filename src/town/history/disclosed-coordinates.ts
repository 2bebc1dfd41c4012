import { DATA_SUBJECT } from '../../engine/rows/row.ts';
import type { RequestContext } from '../../engine/request-context.ts';
import { answerWords } from '../shared/resolver-parts.ts';
import type { Row } from '../shared/rows/row.ts';

/**
 * The coordinates of a read that the principal may learn from a history. A guardian who lives elsewhere does not learn of reads that lead
 * to the minor's home. The coordinates that were withheld from others would show the guardian that a minor is address-protected (clause
 * `safeguards`).
 * @param row about the data subject of the read
 */
export function disclosedCoordinates(
  request: RequestContext,
  row: Row,
  coordinates: readonly string[] | null | undefined,
): readonly string[] {
  const { principal, relationships } = request;
  if (!coordinates || principal.role !== 'RESIDENT') return coordinates ?? [];
  const { relationship, conditions } = relationships?.get(row[DATA_SUBJECT])?.fact ?? { relationship: 'NONE', conditions: [] };
  const mayFindHome = relationship === 'SELF' || conditions.includes('ADULT_OF_THAT_HOUSEHOLD');
  return mayFindHome ? coordinates : answerWords(request).withoutHome(coordinates);
}
