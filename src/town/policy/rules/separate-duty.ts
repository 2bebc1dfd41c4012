import type { Purpose } from '../../shared/graphql/generated/schema.ts';

/**
 * The purpose of reviewing the whole log (clause `safeguards`). A reviewer sees every read of every person under a pseudonym, including the
 * reads that are sealed towards that person. So a reviewer must not know people by name, and must not be in the log:
 * - A reviewer has no other purpose. An officer who answers a request or records a mandate learns when a named person's record was read,
 *   and would recognise the same read in a review, and so the person's pseudonym.
 * - A reviewer is not on record as a resident. Otherwise entries would have to be hidden from the reviewer, and their number would follow
 *   from the numbers of the others and from the size of the public tree.
 */
export const reviewPurpose: Purpose = 'ACCESS_REVIEW';
