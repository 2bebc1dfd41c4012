import type { Source } from 'graphql';
import { inspectSchema } from '../../../../src/server/spine/document/inspect-schema.ts';
import type { Disagreement } from '../../../../src/engine/review/check/disagreement.ts';
import { changedIn, type Change } from '../../../helpers/policy/change-sources.ts';
import { placesIn } from '../../../helpers/policy/place-of.ts';
import { club, clubSources } from '../../club/club.ts';

/** The places of the club's schema. */
export const placeOf = placesIn('schema/directives.graphql', 'test/engine/club');

/** The club's schema with some texts replaced. */
export function changedSchema(...changes: readonly Change[]): Source[] {
  return changedIn(clubSources(), ...changes);
}

/** The findings in a schema, checked with the club's policy. */
export function foundIn(sources: readonly Source[]): readonly Disagreement[] {
  return inspectSchema(club.schema, sources, club.policy).disagreements;
}

/** The same findings as place (empty if unknown), coordinate, problem and hint. */
export function wordsFoundIn(sources: readonly Source[]): string[][] {
  return foundIn(sources).map(({ place = '', coordinate, problem, hint }) => [place, coordinate, problem, hint]);
}
