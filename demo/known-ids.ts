import type { Pseudonyms } from '../src/engine/rows/pseudonyms.ts';
import { personas } from './personas.ts';

/** The ids of the cast and of its cases, and the id that no resident has; not those of mandates, which are the same for partners. */
const internalId = /\b[1-6]000[\da-f]{4}-0000-4000-8000-[\da-f]{12}\b/g;

/**
 * Rewrites a text or JSON value as its sender knows it: a partner knows people and their cases by pseudonyms of its own, and gets
 * nothing for an internal id.
 * @param principal the sender's id
 */
export function knownTo<T>(pseudonyms: Pseudonyms, principal: string | undefined, given: T): T {
  const partner = personas.some((one) => one.principal === principal && one.mandates.length > 0);
  if (!partner || principal === undefined || given === undefined) return given;
  const known = JSON.stringify(given).replaceAll(internalId, (id) => pseudonyms.disguise(principal, id));
  return JSON.parse(known) as T;
}
