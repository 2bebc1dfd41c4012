import { DATA_SUBJECT } from '../../engine/rows/row.ts';
import type { RequestContext } from '../context.ts';
import type { Row } from '../rows/row.ts';

/**
 * The coordinates of a read that its reader is told of. A guardian who lives elsewhere is told of no read that leads to the minor's
 * home: what others could not read of an address-protected minor would show the guardian who is protected (clause `safeguards`).
 * @param row about the data subject of the read
 */
export function toldCoordinates(
  { principal, relationships, words }: RequestContext,
  row: Row,
  coordinates: readonly string[] | null | undefined,
): readonly string[] {
  if (!coordinates || principal.role !== 'RESIDENT') return coordinates ?? [];
  const { relationship, conditions } = relationships?.get(row[DATA_SUBJECT])?.fact ?? { relationship: 'NONE', conditions: [] };
  const mayFindHome = relationship === 'SELF' || conditions.includes('ADULT_OF_THAT_HOUSEHOLD');
  return mayFindHome ? coordinates : words.withoutHome(coordinates);
}
