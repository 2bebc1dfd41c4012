import { sql } from '../sql.ts';
import type { Listing } from './page.ts';
import type { Viewer } from './scope.ts';

/** An order of residents that is each mandate's own, so that two partners can't match people by their places; undefined for others. */
export function ownOrder({ mandateId }: Viewer): Listing['key'] | undefined {
  return mandateId === undefined ? undefined : { expression: sql`md5(${mandateId}::text || resident.id::text)`, type: 'text' };
}
