/** A problem in a policy, or between schema and policy. It holds names from them, never personal data. */
export interface Disagreement {
  /** A schema coordinate, or a line of the policy: `Member.email`, `grants staff-age`, `rootFields Query.me`. */
  readonly coordinate: string;
  /** The problem. */
  readonly problem: string;
  /** The remedy. */
  readonly hint: string;
  /** Words that distinguish the policy's line from others for the same root field. */
  readonly words?: readonly string[];
  /** File and line, if known: `schema/members.graphql:31`. */
  readonly place?: string;
}

/** Formats a disagreement as one line: place, coordinate, problem and hint. */
export function formatDisagreement({ place, coordinate, problem, hint }: Disagreement): string {
  return `${place === undefined ? '' : `${place}: `}${coordinate}: ${problem} (${hint})`;
}
