import { sql, type Sql } from '../../../platform/sql/sql.ts';
import type { RowScope } from '../../shared/graphql/generated/schema.ts';
import { isInConfidence } from './guardian-seals.ts';
import { isFurtherLook, isReviewOfSealed } from '../log/log-reviews.ts';
import { postingKinds, type PostingKind } from '../../../log/store/numbering/postings.ts';
import type { Viewer } from '../../shared/access/scope.ts';
import { isAboutSealedOrder, isMandateSealed, isUnderSealedOrder } from '../../mandates/seals/sealed-orders.ts';

/**
 * Facts that hold for all rows of a predicate. They make the predicate shorter: PostgreSQL prepares each of its scans at every execution.
 */
export interface KnownRows {
  readonly kind?: PostingKind;
  /** Whether all are about the viewer. */
  readonly ofViewer?: boolean | undefined;
}

/**
 * Whether an access entry is sealed towards the viewer, as an entry about one data subject at an instant. A predicate over
 * `access_log.about about`. It is never null. Its form depends only on scope, role and `known`, so that a sealed entry takes as long as an
 * absent one.
 *
 * Three kinds of entries can be sealed:
 * - Reads under a sealed order, and entries that reveal such an order (clause `police`). They are sealed towards residents and guardians
 *   (scope CARE), and towards the privacy officer who answers a resident (scope OPEN_REQUEST).
 * - Entries about a sensitive ticket of a minor (clause `helpdesk`), and about a minor's requests and complaints (clause `rights`). They
 *   are sealed towards guardians.
 * - Reviews and audits of the log that found the person only through such entries, or that were not the first look of that day for the
 *   entries about the person.
 *
 * Nothing is sealed towards a review of the log (scope ALL) or an audit (scope MANDATE): every read is visible to a reviewer.
 * @param known what holds for all rows
 */
export function isSealedTowards(scope: RowScope | undefined, viewer: Viewer, now: Date, known: KnownRows = {}): Sql<boolean> {
  if (scope === 'ALL' || scope === 'MANDATE') return sql`false`;
  const itself = sql`${isUnderSealedOrder(now)} or ${isAboutSealedOrder(now)}`;
  const sealed = sealedIf(itself, viewer, now, { ofViewer: known.ofViewer });
  return sealedIf(sql`${itself} or ${isReviewOfSealed(sealed)} or ${isFurtherLook}`, viewer, now, known);
}

/** @param checked a predicate over `about` and its `entry`, for entries whose kind does not tell whether they are sealed */
function sealedIf(checked: Sql, viewer: Viewer, now: Date, { kind, ofViewer = false }: KnownRows): Sql<boolean> {
  const confided = ofViewer ? sql`false` : isConfided(viewer);
  const [whenChecked, whenOrdered] = [ofEntry(checked), isMandateSealed(sql`about.authority_id`, now)];
  if (kind !== undefined)
    return sql`(${{ OPEN: sql`false`, OWN: sql`false`, ORDERED: whenOrdered, CHECKED: whenChecked }[kind]} or ${confided})`;
  return sql`(case about.kind
    when ${sql.lit(postingKinds.CHECKED)} then ${whenChecked}
    when ${sql.lit(postingKinds.ORDERED)} then ${whenOrdered}
    else false end or ${confided})`;
}

function isConfided(viewer: Viewer): Sql<boolean> {
  if (viewer.role !== 'RESIDENT') return sql`false`;
  return sql`(about.subject_id is distinct from ${viewer.principalId ?? null}::uuid and ${ofEntry(isInConfidence(viewer))})`;
}

/** Whether a condition holds for the entry of `about`; true if the entry, or what it says, is not there. */
function ofEntry(condition: Sql): Sql<boolean> {
  return sql`coalesce((
    select entry.template is null or entry.views is null or ${condition}
    from access_log.full_entry entry where entry.seq = about.seq and entry.month = about.month), true)`;
}
