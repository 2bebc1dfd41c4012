/** One way in which schema, directives and policy disagree. It holds names of theirs, never a value. */
export interface Disagreement {
  /** A schema coordinate, or a line of the policy: `Resident.email`, `grants counter-age`, `rootFields Query.me`. */
  readonly coordinate: string;
  /** What is wrong, in a sentence. */
  readonly problem: string;
  /** What to do about it. */
  readonly hint: string;
  /** Words of the policy's line, to tell it from others that name the same root field. */
  readonly words?: readonly string[];
  /** File and line, where they are known: `schema/residents.graphql:31`. */
  readonly place?: string;
}

/** A disagreement as one line of text: place, coordinate, problem and hint. */
export function inWords({ place, coordinate, problem, hint }: Disagreement): string {
  return `${place === undefined ? '' : `${place}: `}${coordinate}: ${problem} (${hint})`;
}
