import { sql, type Sql } from '../../platform/sql/sql.ts';
import type { Viewer } from '../shared/access/scope.ts';

/**
 * Whether `recreation.ticket ticket` is sealed towards the viewer (clause `helpdesk`). A sensitive ticket is sealed towards
 * every resident except its author. Only guardians of the author can reach it otherwise.
 */
export function isTicketSealed({ role, principalId }: Viewer): Sql<boolean> {
  if (role !== 'RESIDENT') return sql`false`;
  return sql`(ticket.sensitive and ticket.resident_id is distinct from ${principalId ?? null}::uuid)`;
}
