import type { Condition, DataCategory, Purpose, RowScope } from '../../engine/register.ts';
import { categories } from '../../town/policy/words/categories.ts';
import { conditions } from '../../town/policy/lines/conditions.ts';
import { purposes } from '../../town/policy/words/purposes.ts';

/** The rows that a scope holds. */
export const scopeWords: Readonly<Record<RowScope, string>> = {
  OPEN: 'every row; none holds personal data',
  ALL: 'every row',
  QUEUE: 'every row of the queue',
  SELF: 'those of themselves',
  CARE: 'those of themselves and of the minors in their care',
  FAMILY: 'those of themselves, of the minors in their care and of the adults of the household',
  ENCOUNTER: 'those of the person being served',
  ASSIGNED_TICKET: 'those of the person whose ticket is the case',
  OPEN_REQUEST: 'those of the person whose request is the case',
  MANDATE: 'those of the persons named in the mandate in force',
};

/** `BIRTH_DATE (birth date)`. */
export function categoryInWords(category: DataCategory): string {
  return `${category} (${categories[category].label})`;
}

/** `PAYMENT (taking or explaining a payment)`. */
export function purposeInWords(purpose: Purpose): string {
  return `${purpose} (${purposes[purpose].sentence})`;
}

/** Conditions that must all hold, as a clause. */
export function conditionsInWords(all: readonly Condition[]): string {
  return all.map((condition) => conditions[condition]).join(', and ');
}

/** When a prohibition binds, as a clause: while all of `holds` hold and nothing of `unless` does. */
export function bindsInWords(holds: readonly Condition[], unless: readonly Condition[]): string {
  const binds = conditionsInWords(holds);
  const exception = unless.map((condition) => conditions[condition]).join(', or ');
  if (exception === '') return binds;
  return binds === '' ? `unless ${exception}` : `${binds}, unless ${exception}`;
}
