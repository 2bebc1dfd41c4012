import { sql, type Sql } from '../../../platform/sql/sql.ts';
import { caseIsIn, isReadBy, showsAny } from '../entries/entry-parts.ts';
import { livesElsewhere } from '../../people/protection.ts';
import type { Viewer } from '../../shared/access/scope.ts';
import { beginningOf } from '../../shared/rows/columns.ts';

/**
 * Whether `access_log.full_entry entry` could reveal to a guardian what the minor of `about` entrusted to the
 * municipality: a sensitive ticket (clause `helpdesk`), or a request or complaint (clause `rights`).
 *
 * An entry that shows tickets stays visible if its case is a ticket that the guardian may see. An entry that shows requests stays
 * visible if its case is the guardian's own request, or one that the guardian filed for the minor. This holds whether or not the minor has a sensitive ticket or a request. The
 * guardian's own reads stay visible: they show neither.
 */
export function isInConfidence(viewer: Viewer): Sql<boolean> {
  const { role, principalId } = viewer;
  if (role !== 'RESIDENT') return sql`false`;
  const principal = principalId ?? null;
  const ofSensitiveTicket = sql<boolean>`(${caseIsIn('ticket', sql`of_case.sensitive`)}
    or ${showsTickets} and not ${caseIsIn('ticket', sql`of_case.resident_id = about.subject_id and not of_case.sensitive`)})`;
  const ofRequest = sql<boolean>`(${showsRequests} and not ${caseIsIn('request', sql`${principal}::uuid in (of_case.resident_id, of_case.filed_by_id)`)})`;
  return sql`(about.subject_id is distinct from ${principal}::uuid
    and ((${ofSensitiveTicket} or ${ofRequest}) and not ${isReadBy(principal)} or ${isOfOtherHome(viewer)}))`;
}

/**
 * Whether `access_log.full_entry entry` would tell a guardian who lives elsewhere about the minor's home. There are two cases. A member of
 * that home was served, and the minor was served together with that member. An address-protected home has no such entries, so this guardian
 * never sees any (clause `safeguards`). Or the entry is of today: a guardian who looks repeatedly would see when and where the minor was at
 * the counter. Earlier entries are shown by the day; see `access-history.ts`.
 */
function isOfOtherHome(viewer: Viewer): Sql<boolean> {
  const { principalId, today } = viewer;
  const principal = principalId ?? null;
  const others = sql<boolean>`of_case.resident_id is distinct from about.subject_id and ${livesElsewhere(principal, sql`of_case.resident_id`)}`;
  return sql`(${livesElsewhere(principal, sql`about.subject_id`)}
    and (entry.at >= ${beginningOf(today, viewer)} or ${caseIsIn('encounter', others)} or coalesce(entry.erased ? '1', false)))`;
}

// `PrivacyRequest`, `Query.requests`, `Mutation.fileRequest`. A purpose reveals a case without any coordinate.
const showsRequests = showsAny('request', ['RIGHTS_FULFILMENT']);
const showsTickets = showsAny('ticket', ['CUSTOMER_SUPPORT']);
