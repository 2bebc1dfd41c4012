import type { ClausePeriod } from '../../../engine/policy/declaration/vocabulary.ts';

/** The clauses of the privacy statement, in its order. Each line of the policy names the clause that it comes from. */
const periods = {
  authority: { from: '1' },
  contact: { from: '1' },
  identity: { from: '1' },
  willing: { from: '1' },
  helpdesk: { from: '1' },
  telemetry: { from: '1' },
  cookies: { from: '1' },
  access: { from: '1' },
  passwords: { from: '1' },
  sharing: { from: '1' },
  agents: { from: '1' },
  credit: { from: '1' },
  collections: { from: '1' },
  police: { from: '1' },
  control: { from: '1' },
  safeguards: { from: '1' },
  changes: { from: '1' },
  rights: { from: '1' },
} as const satisfies Readonly<Record<string, ClausePeriod>>;

export type Clause = keyof typeof periods;

export const clausePeriods: Readonly<Record<Clause, ClausePeriod>> = periods;

export const clauses = Object.keys(periods) as readonly Clause[];

/**
 * The clauses that a version of the statement has, in the statement's order. Pure.
 * @param versions all versions, oldest first
 */
export function clausesOf<Name extends string>(
  clausesByName: Readonly<Record<Name, ClausePeriod>>,
  versions: readonly string[],
  version: string,
): Name[] {
  const at = versions.indexOf(version);
  return (Object.keys(clausesByName) as Name[]).filter((name) => {
    const { from, until } = clausesByName[name];
    return versions.indexOf(from) <= at && (until === undefined || at < versions.indexOf(until));
  });
}
