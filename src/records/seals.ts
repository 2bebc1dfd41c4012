import { sql, type Sql } from '../sql.ts';
import type { RowScope } from '../generated/schema.ts';
import { isInConfidence } from './guardian-seals.ts';
import { isFurtherLook, isReviewOfSealed } from './log-reviews.ts';
import type { Viewer } from './scope.ts';
import { isAboutSealedOrder, isUnderSealedOrder } from './sealed-orders.ts';

/**
 * Whether an access entry is sealed towards the viewer, as an entry about one data subject at an instant. A predicate over
 * `access_log.entry entry` and the person's `access_log.opening about` of the same (seq, month). It is never null. Its form
 * depends only on scope and role, so that a sealed entry takes as long as an absent one.
 *
 * Three kinds of entries can be sealed:
 * - Reads under a sealed order, and entries that reveal such an order (clause `police`). They are sealed towards residents and
 *   guardians (scope CARE), and towards the privacy officer who answers a resident (scope OPEN_REQUEST).
 * - Entries about a sensitive ticket of a minor (clause `helpdesk`), and about a minor's requests and complaints (clause
 *   `rights`). They are sealed towards guardians.
 * - Reviews and audits of the log that found the person only through such entries, or that were not the first of their day to look
 *   for the entries about the person.
 *
 * Nothing is sealed towards a review of the log (scope ALL) or an audit (scope MANDATE): every read is visible to a reviewer.
 */
export function isSealedTowards(scope: RowScope | undefined, viewer: Viewer, now: Date): Sql<boolean> {
  if (scope === 'ALL' || scope === 'MANDATE') return sql`false`;
  const sealed = sql<boolean>`(${isUnderSealedOrder(now)} or ${isAboutSealedOrder(now)} or ${isInConfidence(viewer)})`;
  return sql`(${sealed} or ${isReviewOfSealed(sealed)} or ${isFurtherLook})`;
}
