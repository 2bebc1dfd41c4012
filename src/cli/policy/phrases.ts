import type { Condition, DataCategory, Purpose } from '../../engine/register.ts';
import type { Vocabulary } from '../../engine/policy/declaration/vocabulary.ts';

/** The name of a category with its label in brackets. */
export function categoryInWords({ categories }: Vocabulary, category: DataCategory): string {
  return `${category} (${categories[category].label})`;
}

/** The name of a purpose with its activity in brackets. */
export function purposeInWords({ purposes }: Vocabulary, purpose: Purpose): string {
  return `${purpose} (${purposes[purpose].sentence})`;
}

/** Conditions that must all hold, as a clause. */
export function conditionsInWords({ conditions }: Vocabulary, all: readonly Condition[]): string {
  return all.map((condition) => conditions[condition]).join(', and ');
}

/** When a prohibition binds, as a clause: while all of `holds` hold and nothing of `unless` does. */
export function bindsInWords(vocabulary: Vocabulary, holds: readonly Condition[], unless: readonly Condition[]): string {
  const binds = conditionsInWords(vocabulary, holds);
  const exception = unless.map((condition) => vocabulary.conditions[condition]).join(', or ');
  if (exception === '') return binds;
  return binds === '' ? `unless ${exception}` : `${binds}, unless ${exception}`;
}
