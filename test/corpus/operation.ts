import { knownTo } from '../../demo/known-ids.ts';
import { personaNamed } from '../../demo/personas.ts';
import type { Purpose } from '../../src/town/shared/graphql/generated/schema.ts';
import { logReader, subjectPseudonym, type Pseudonyms } from '../../src/engine/rows/pseudonyms.ts';
import type { EvidenceOperation } from '../../src/server/library/testing/asking/random-operation.ts';
import { standpointNamed, type StandpointName } from '../helpers/asking/standpoints.ts';
import { furtherStaff } from '../non-interference/towns/further-encounters.ts';
import { standpoints as proven, type Standpoint } from '../non-interference/towns/standpoints.ts';

/**
 * The principal, with purpose, case and mandate. `persona` is a demo persona, the id of a resident or of a further employee, or null for
 * anonymous.
 */
export interface Viewer {
  readonly persona: string | null;
  readonly purpose?: Purpose;
  readonly case?: string;
  readonly mandate?: string;
}

/** An operation of the corpus. Its expected answer is in `expected/`. */
export interface CorpusOperation extends Viewer {
  readonly name: string;
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  /** The variable `pseudonym` is what the sender sees of this person in the access log for this purpose. */
  readonly lookedFor?: { readonly id: string; readonly purpose: Purpose };
  readonly operationName?: string;
  readonly withheld?: 'null' | 'error' | 'reject';
  /** Accept-Language. */
  readonly language?: string;
  /** The variable for the first answer's cursor: the operation is sent again with it. */
  readonly cursor?: string;
}

/** The viewer of a standpoint of the tests. */
export function as(name: StandpointName): Viewer {
  const { persona, resident, asked } = standpointNamed(name);
  return {
    persona: persona === undefined ? resident : persona,
    ...(asked.purpose !== undefined && { purpose: asked.purpose as Purpose }),
    ...(asked.case !== undefined && { case: asked.case }),
    ...(asked.mandate !== undefined && { mandate: asked.mandate }),
  };
}

/** One operation from each of several standpoints. */
export function askedBy(names: readonly StandpointName[], operation: Omit<CorpusOperation, keyof Viewer>): CorpusOperation[] {
  return names.map((name) => ({ ...operation, ...as(name), name: `${operation.name}, asked by: ${name}` }));
}

/** The standpoint of a viewer: token, case and mandate. */
export function standpointOf({ persona, purpose, case: matter, mandate }: Viewer): Standpoint {
  const declared = { ...(purpose !== undefined && { purpose }), ...(matter !== undefined && { case: matter }) };
  if (persona === null) return { name: 'anonymous', role: 'ANONYMOUS', principal: undefined, purposes: [], about: [], ...declared };
  const further = Object.values<string>(furtherStaff).includes(persona) && proven.find(({ principal }) => principal === persona);
  if (further) return { ...further, ...declared };
  // A resident of the cast who is not a persona.
  if (/^[\da-f]{8}-/.test(persona)) {
    return { name: persona, role: 'RESIDENT', principal: persona, purposes: ['SELF_SERVICE'], about: [], ...declared };
  }
  const { role, principal, purposes, mandates } = personaNamed(persona);
  const under = mandate ?? mandates[0];
  return { name: persona, role, principal, purposes, about: [], ...declared, ...(under !== undefined && { mandate: under }) };
}

/** The operation with the ids that its sender knows, and the headers that it needs besides those of the standpoint. */
export function askedOperation(operation: CorpusOperation, pseudonyms: Pseudonyms): EvidenceOperation {
  const { query, lookedFor, operationName, purpose, withheld, language, cursor } = operation;
  const { role, principal } = standpointOf(operation);
  const pseudonym = lookedFor && subjectPseudonym(pseudonyms, logReader(role, principal, lookedFor.purpose), lookedFor.id);
  const variables = { ...operation.variables, ...(pseudonym !== undefined && { pseudonym }) };
  return {
    ...knownTo(pseudonyms, principal, { query, variables }),
    operationName,
    headers: {
      ...(purpose && { 'privacy-purpose': purpose }),
      ...(withheld && { 'privacy-withheld': withheld }),
      ...(language && { 'accept-language': language }),
      'privacy-report': 'full',
    },
    cursor,
  };
}
