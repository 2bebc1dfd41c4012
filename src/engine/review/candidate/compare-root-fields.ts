import type { RowScope } from '../../register.ts';
import type { Plan } from '../../plan/operation-plan.ts';
import { mayFilter, openLine } from '../../policy/decision/enter.ts';
import type { Policy } from '../../policy/declaration/policy.ts';
import type { RootInputs } from '../../plan/outline/root-inputs.ts';

/** How a candidate policy would treat the root fields of an operation differently (schema coordinates). */
export interface RootFieldDifferences {
  readonly opens: readonly string[];
  readonly closes: readonly string[];
  /** Root fields that would have another row scope. */
  readonly rows: readonly { readonly field: string; readonly from: RowScope; readonly to: RowScope }[];
  /** Inputs that would be refused, or accepted, although the root field stays open. */
  readonly refuses: readonly string[];
  readonly accepts: readonly string[];
}

/** Compares a candidate's decisions about the root fields and personal inputs of a planned operation. Pure. */
export function compareRootFields(plan: Plan, candidate: Policy, inputs: RootInputs): RootFieldDifferences {
  const opens: string[] = [];
  const closes: string[] = [];
  const rows: { field: string; from: RowScope; to: RowScope }[] = [];
  const refuses = new Set<string>();
  const accepts = new Set<string>();
  for (const [field, { line, refusedInputs }] of plan.roots) {
    const other = openLine(candidate, field, plan.access);
    if (line && !other) closes.push(field);
    if (!line && other) opens.push(field);
    if (!line || !other) continue;
    if (line.scope !== other.scope) rows.push({ field, from: line.scope, to: other.scope });
    for (const coordinate of plan.inputs) {
      const input = inputs.get(field)?.get(coordinate);
      if (!input) continue;
      const refused = refusedInputs.includes(coordinate);
      const wouldTake = mayFilter(candidate, field, other, plan.access, input);
      if (refused === wouldTake) (wouldTake ? accepts : refuses).add(coordinate);
    }
  }
  return { opens, closes, rows, refuses: [...refuses], accepts: [...accepts] };
}

/** Whether there is any difference. */
export function differs({ opens, closes, rows, refuses, accepts }: RootFieldDifferences): boolean {
  return [opens, closes, rows, refuses, accepts].some((list) => list.length > 0);
}
