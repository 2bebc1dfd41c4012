import type { DataCategory, Purpose, Relationship, RowScope } from '../../generated/schema.ts';
import { categories } from '../../policy/categories.ts';
import { conditions, type Condition } from '../../policy/conditions.ts';
import { purposes } from '../../policy/purposes.ts';

/** Who a data subject is to the principal, in plain words. */
export const relationshipWords: Readonly<Record<Relationship, string>> = {
  SELF: 'oneself',
  GUARDIAN: 'a minor in their care',
  HOUSEHOLD: 'an adult of their household',
  ENCOUNTER: 'who is being served at the counter or on the phone',
  ASSIGNED_TICKET: 'whose ticket is assigned to them',
  OPEN_REQUEST: 'whose request is assigned to them and open',
  MANDATE: 'whom a mandate in force is about',
  NONE: 'anybody',
};

/** Which rows a scope holds, in plain words. */
export const scopeWords: Readonly<Record<RowScope, string>> = {
  OPEN: 'every row; nothing personal comes back',
  ALL: 'every row',
  QUEUE: 'every row of the queue',
  SELF: 'those of themselves',
  CARE: 'those of themselves and of the minors in their care',
  FAMILY: 'those of themselves, of the minors in their care and of the adults of the household',
  ENCOUNTER: 'those of who is being served',
  ASSIGNED_TICKET: 'those of whose ticket is the case',
  OPEN_REQUEST: 'those of whose request is the case',
  MANDATE: 'those of whom the mandate in force is about',
};

/** `BIRTH_DATE (birth date)`. */
export function categoryInWords(category: DataCategory): string {
  return `${category} (${categories[category].label})`;
}

/** `PAYMENT (taking or explaining a payment)`. */
export function purposeInWords(purpose: Purpose): string {
  return `${purpose} (${purposes[purpose].sentence})`;
}

/** What has to be true, all of it, in plain words. */
export function conditionsInWords(all: readonly Condition[]): string {
  return all.map((condition) => conditions[condition]).join(', and ');
}

/** While which a prohibition binds, in plain words: all of the first and none of the second. */
export function bindsInWords(holds: readonly Condition[], unless: readonly Condition[]): string {
  const binds = conditionsInWords(holds);
  const exception = unless.map((condition) => conditions[condition]).join(', or ');
  if (exception === '') return binds;
  return binds === '' ? `unless ${exception}` : `${binds}, unless ${exception}`;
}
