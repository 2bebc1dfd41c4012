import { sql, type Sql } from '../sql.ts';
import { caseIsIn, isReadBy, showsAny } from './entry-parts.ts';
import type { Viewer } from './scope.ts';

/**
 * Whether `access_log.full_entry entry` could reveal to a guardian what the minor of `about` entrusted to the
 * municipality: a sensitive ticket (clause `helpdesk`), or a request or complaint (clause `rights`).
 *
 * An entry that shows tickets stays visible if its case is a ticket that the guardian may see. An entry that shows requests stays
 * visible if its case is the guardian's own request, or one that the guardian filed for the minor. This holds whether or not the minor has a sensitive ticket or a request. The
 * guardian's own reads stay visible: they show neither.
 */
export function isInConfidence({ role, principalId }: Viewer): Sql<boolean> {
  if (role !== 'RESIDENT') return sql`false`;
  const principal = principalId ?? null;
  const ofSensitiveTicket = sql<boolean>`(${caseIsIn('ticket', sql`matter.sensitive`)}
    or ${showsTickets} and not ${caseIsIn('ticket', sql`matter.resident_id = about.subject_id and not matter.sensitive`)})`;
  const ofRequest = sql<boolean>`(${showsRequests} and not ${caseIsIn('request', sql`${principal}::uuid in (matter.resident_id, matter.filed_by_id)`)})`;
  return sql`(about.subject_id is distinct from ${principal}::uuid and (${ofSensitiveTicket} or ${ofRequest}) and not ${isReadBy(principal)})`;
}

// `PrivacyRequest`, `Query.requests`, `Mutation.fileRequest`. A purpose reveals a case without any coordinate.
const showsRequests = showsAny('request', ['RIGHTS_FULFILMENT']);
const showsTickets = showsAny('ticket', ['CUSTOMER_SUPPORT']);
