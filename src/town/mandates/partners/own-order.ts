import { sql } from '../../../platform/sql/sql.ts';
import type { Listing } from '../../shared/rows/page.ts';
import type { Viewer } from '../../shared/access/scope.ts';

/**
 * The sort key of residents under a mandate. The order differs between mandates, so that two partners can't match people by their
 * positions.
 * @returns undefined without a mandate
 */
export function ownOrder({ mandateId }: Viewer): Listing['key'] | undefined {
  return mandateId === undefined ? undefined : { expression: sql`md5(${mandateId}::text || resident.id::text)`, type: 'text' };
}
