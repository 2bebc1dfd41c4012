import type { AccessContext } from '../../policy/decision/access-context.ts';
import type { DataCategory, Purpose } from '../../register.ts';
import { purposesOf, isIdentifier, mayFilter, openLine, type InputMarking } from '../../policy/decision/enter.ts';
import { explainEntry, explainRows, type EntryExplanation } from './explain-entry.ts';
import type { Explanation } from './explain.ts';
import type { Policy } from '../../policy/declaration/policy.ts';

/** Whether an argument, input field or enum value may be used at a root field. */
export interface InputExplanation {
  readonly coordinate: string;
  readonly category: DataCategory;
  readonly effect: 'PERMIT' | 'WITHHOLD';
  /**
   * Why. CLOSED: the root field cannot be entered. GIVEN: a mutation only writes it. PICKS: it only selects
   * among the field's rows. EVERY_ROW: it reads the category of every row that the field can return.
   */
  readonly ground: 'CLOSED' | 'GIVEN' | 'PICKS' | 'EVERY_ROW';
  readonly entry: EntryExplanation;
  /** With EVERY_ROW: one for each possible relationship of a row. */
  readonly rows: readonly Explanation[];
  /** The purposes for which this role may use it at this field. */
  readonly purposes: readonly Purpose[];
}

/**
 * Explains an input coordinate at a root field. Filtering or sorting by a field reads it of every row that can be
 * returned, so it needs a permit for each of their relationships, without further conditions. Pure.
 * @param field schema coordinate of a root field
 * @param coordinate one of its arguments, or an input field or enum value below one
 */
export function explainInput(
  policy: Policy,
  access: AccessContext,
  field: string,
  coordinate: string,
  input: InputMarking,
): InputExplanation {
  const { category } = input;
  const entry = explainEntry(policy, access, field);
  const ground = groundOf(policy, entry, input);
  return {
    coordinate,
    category,
    effect: mayUse(policy, access, field, input) ? 'PERMIT' : 'WITHHOLD',
    ground,
    entry,
    rows: ground === 'EVERY_ROW' ? explainRows(policy, access, category, entry.relationships) : [],
    purposes: purposesOf(policy, access.role).filter((purpose) => mayUse(policy, { ...access, purpose }, field, input)),
  };
}

function mayUse(policy: Policy, access: AccessContext, field: string, input: InputMarking): boolean {
  const line = openLine(policy, field, access);
  return line !== undefined && mayFilter(policy, field, line, access, input);
}

function groundOf(policy: Policy, { effect, field }: EntryExplanation, { category, isCompared }: InputMarking): InputExplanation['ground'] {
  if (effect === 'WITHHOLD') return 'CLOSED';
  if (field.startsWith('Mutation.') && !isCompared) return 'GIVEN';
  return isIdentifier(policy, category) ? 'PICKS' : 'EVERY_ROW';
}
