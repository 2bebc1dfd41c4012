import type { DataCategory, Purpose } from '../generated/schema.ts';
import { purposesOf } from '../policy/enter.ts';
import { explainEntry, explainRows, type EntryExplanation } from './explain-entry.ts';
import type { Explanation } from './explain.ts';
import { mayFilter, openLine, type Entrant } from '../policy/open-line.ts';
import type { Policy } from '../policy/policy.ts';

/** Whether an argument, input field or enum value may be used at a root field. */
export interface InputExplanation {
  readonly coordinate: string;
  readonly category: DataCategory;
  readonly effect: 'PERMIT' | 'WITHHOLD';
  /**
   * Why: the field itself is closed; what a mutation is given is no reading; the value only picks among
   * the field's rows; or it is read of every row that the field can return.
   */
  readonly ground: 'CLOSED' | 'GIVEN' | 'PICKS' | 'EVERY_ROW';
  readonly entry: EntryExplanation;
  /** With EVERY_ROW: one for each relationship that a row can have. */
  readonly rows: readonly Explanation[];
  /** The purposes for which this role may use it at this field. */
  readonly purposes: readonly Purpose[];
}

/**
 * Explains an input coordinate at a root field: filtering and sorting by a field is reading it of every
 * row that can come back, so it takes a permit that depends on no relationship and no condition. Pure.
 * @param field schema coordinate of a root field; `coordinate` is one of its arguments, or lies below one
 */
export function explainInput(
  policy: Policy,
  entrant: Entrant,
  field: string,
  coordinate: string,
  category: DataCategory,
): InputExplanation {
  const entry = explainEntry(policy, entrant, field);
  const ground = groundOf(entry, category);
  return {
    coordinate,
    category,
    effect: mayUse(policy, entrant, field, category) ? 'PERMIT' : 'WITHHOLD',
    ground,
    entry,
    rows: ground === 'EVERY_ROW' ? explainRows(policy, entrant, category, entry.relationships) : [],
    purposes: purposesOf(policy, entrant.role).filter((purpose) => mayUse(policy, { ...entrant, purpose }, field, category)),
  };
}

function mayUse(policy: Policy, entrant: Entrant, field: string, category: DataCategory): boolean {
  const line = openLine(policy, field, entrant);
  return line !== undefined && mayFilter(policy, field, line, entrant, category);
}

function groundOf({ effect, field }: EntryExplanation, category: DataCategory): InputExplanation['ground'] {
  if (effect === 'WITHHOLD') return 'CLOSED';
  if (field.startsWith('Mutation.')) return 'GIVEN';
  return category === 'EXISTENCE' ? 'PICKS' : 'EVERY_ROW';
}
