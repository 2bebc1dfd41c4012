import type { Erasures } from './erasures.ts';
import type { Findings } from './log-findings.ts';
import type { StoredEntry, StoredOpening } from './log-source.ts';
import { contentDigest, subjectDigest, type Template, type OpeningTemplates } from './opening-templates.ts';
import { places } from './places.ts';

const hexLength = 64;

/**
 * Compares an entry's openings with its digests. Each digest needs an opening or a logged erasure.
 * @param openings ascending by ordinal
 * @returns the number of openings
 */
export function checkOpenings(
  { number, digests, views }: StoredEntry,
  openings: readonly StoredOpening[],
  templates: OpeningTemplates,
  findings: Findings,
  erasures: Erasures,
): number {
  const seen = templates.views(views);
  const used = new Set<number>();
  const subjects = new Set<string>();
  const count = Math.ceil(digests.length / hexLength);
  let next = 0;
  let whole = true;
  const missingUpTo = (end: number): void => {
    for (; next < end; next++) {
      erasures.missingOpening(number, next);
      whole = false;
    }
  };
  for (const opening of openings) {
    const { ordinal, subject } = opening;
    const place = places.opening(number, ordinal);
    // Negated so that NaN is refused, too.
    if (!(ordinal >= next && ordinal < count)) {
      findings.add('OPENING_ADDED', place);
      continue;
    }
    missingUpTo(ordinal);
    next = ordinal + 1;
    if (opening.seen !== undefined && ordinal >= 2) used.add(opening.seen);
    if (opening.seen !== undefined && !(opening.seen in seen)) findings.add('OPENING_VIEW_UNKNOWN', place);
    else if (digestOf(opening, seen, templates) !== digests.slice(ordinal * hexLength, next * hexLength))
      findings.add('OPENING_ALTERED', place);
    if (subject === undefined) continue;
    if (subjects.has(subject)) findings.add('OPENING_SUBJECT_TWICE', place);
    subjects.add(subject);
  }
  missingUpTo(count);
  // A view may be unused because the openings that used it were erased.
  if (whole) for (const view of seen.keys()) if (!used.has(view)) findings.add('VIEW_ADDED', places.view(number, view));
  return openings.length;
}

function digestOf(
  { ordinal, salt, content, subject, seen }: StoredOpening,
  views: readonly (Template | undefined)[],
  templates: OpeningTemplates,
) {
  if (ordinal < 2) {
    const template = content === undefined || subject !== undefined || seen !== undefined ? undefined : templates.content(content);
    return template && contentDigest(template, salt);
  }
  const template = content === undefined && seen !== undefined ? views[seen] : undefined;
  return template && subject !== undefined ? subjectDigest(template, salt, subject) : undefined;
}
