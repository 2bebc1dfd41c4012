import { sql, type Sql } from '../sql.ts';
import type { RowScope } from '../generated/schema.ts';
import { isReviewOfSealed } from './log-reviews.ts';
import type { Viewer } from './scope.ts';
import { isAboutSealedOrder, isUnderSealedOrder } from './sealed-orders.ts';
import { isOfSensitiveTicket } from './sensitive-tickets.ts';

/**
 * Whether an access entry is sealed, at an instant, towards a reader who reads it as an entry about one data subject: a
 * predicate over `access_log.entry entry` and that person's `access_log.opening about`, of the same (seq, month).
 * It is never null, and its form depends on scope and role alone: a sealed entry costs what an absent one does.
 *
 * Sealed towards a resident and a guardian (scope CARE), and towards the privacy officer who answers a resident
 * (scope OPEN_REQUEST), who would tell them: reads under a sealed order (clause `police`), and the traces of that
 * order which others leave. Sealed towards guardians: the helpdesk's contacts with a minor who has marked one
 * sensitive (clause `helpdesk`). And what goes through the log for the sake of such entries alone. Nothing is sealed
 * towards the review of the log and an audit (scopes ALL and MANDATE): every read must always be visible to someone.
 */
export function isSealedTowards(scope: RowScope | undefined, viewer: Viewer, now: Date): Sql<boolean> {
  if (scope === 'ALL' || scope === 'MANDATE') return sql`false`;
  const sealed = sql<boolean>`(${isUnderSealedOrder(now)} or ${isAboutSealedOrder(now)} or ${isOfSensitiveTicket(viewer)})`;
  return sql`(${sealed} or ${isReviewOfSealed(sealed)})`;
}
