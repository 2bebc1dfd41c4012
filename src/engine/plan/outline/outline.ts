import type { AccessContext } from '../../policy/decision/access-context.ts';
import type { RootFieldLine } from '../../policy/declaration/lines.ts';
import { decideInAdvance, relationshipsOf, type AdvanceDecision } from '../../policy/decision/decide-in-advance.ts';
import { openLine } from '../../policy/decision/open-line.ts';
import type { Policy } from '../../policy/declaration/policy.ts';
import { bindOutputs, type Outputs } from '../bind/bind-outputs.ts';
import type { Markings } from '../../markings/markings.ts';
import type { Collected } from './collect.ts';
import type { Plan } from '../operation-plan.ts';
import type { PermitTable } from '../bind/permit-table.ts';
import { settleByScope, type SettledByScope } from '../bind/settle-by-scope.ts';

/** The part of a plan that does not depend on variables: a decision for every coordinate, whether or not its gates open. */
export interface Outline {
  readonly policy: Policy;
  readonly collected: Collected;
  readonly access: AccessContext;
  readonly permitTable: PermitTable;
  readonly inAdvance: ReadonlyMap<string, AdvanceDecision>;
  /** The facts about a place that the row scope of its root field settles. */
  readonly settled: SettledByScope;
  readonly mutation: boolean;
  /** The variables of `@include` and `@skip`. */
  readonly gates: ReadonlySet<string>;
  /** The bound outputs where no gate depends on a variable: then they are the same for every request. */
  readonly ungated: Outputs | undefined;
  /** The policy line that opens each root field, whether or not its gates open. */
  readonly lines: ReadonlyMap<string, RootFieldLine | undefined>;
  readonly standing: Plan['standing'];
  /** The plan of an operation without variables, once it is made. It holds nothing personal. */
  bound?: Plan;
}

/** Decides every coordinate of an operation in advance, in an access context. The caller caches the outline. */
export function outline(
  policy: Policy,
  markings: Markings,
  collected: Collected,
  access: AccessContext,
  permitTable: PermitTable,
  mutation: boolean,
): Outline {
  const relationships = relationshipsOf(policy, access.role, access.purpose);
  const inAdvance = new Map<string, AdvanceDecision>();
  for (const { coordinate } of [...collected.fields, ...collected.types]) {
    const output = markings.outputs.get(coordinate);
    if (!output || inAdvance.has(coordinate)) continue;
    inAdvance.set(coordinate, decideInAdvance(policy, { ...access, category: output.category, coordinate, relationships }));
  }
  const places = [...collected.fields, ...collected.types, ...collected.roots];
  const gates = new Set(places.flatMap((place) => place.gates.map(({ variable }) => variable)));
  const lines = new Map(collected.roots.map(({ coordinate }) => [coordinate, openLine(policy, coordinate, access)]));
  const nullFields = new Set(
    collected.fields.map(({ coordinate }) => coordinate).filter((one) => inAdvance.get(one)?.effect === 'WITHHOLD'),
  );
  // A mutation can change how the principal is related to the rows that it entered for, so its scope settles nothing.
  const settled = mutation ? () => undefined : settleByScope(policy, markings, access, lines);
  const base = { policy, collected, access, permitTable, inAdvance, settled, mutation, gates, lines, standing: { nullFields } };
  return { ...base, ungated: gates.size > 0 ? undefined : bindOutputs(markings, base, {}) };
}
