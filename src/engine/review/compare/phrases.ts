import type { DataCategory, Purpose, Relationship, Role, RowScope } from '../../application.ts';
import { perPartner } from '../../../town/policy/partners.ts';
import { categories } from '../../../town/policy/categories.ts';
import { conditions } from '../../../town/policy/conditions.ts';
import { purposes } from '../../../town/policy/purposes.ts';
import type { ComparedCondition } from './change.ts';

const roleWords: Readonly<Record<Role, string>> = {
  ANONYMOUS: 'an anonymous caller',
  RESIDENT: 'a resident',
  CUSTOMER_SERVICE: 'a clerk of customer service',
  SUPPORT: 'an employee of the helpdesk',
  PRIVACY_OFFICER: 'a privacy officer',
  SECURITY: 'an employee of web security',
  STAFF_ADMINISTRATOR: 'an administrator of the staff',
  ...perPartner(({ noun }) => noun),
};

const relationshipWords: Readonly<Record<Relationship, string>> = {
  SELF: 'of themselves',
  GUARDIAN: 'of a data subject in their care',
  HOUSEHOLD: 'of a data subject of their household',
  ENCOUNTER: 'of a data subject in an encounter',
  ASSIGNED_TICKET: 'of a data subject whose ticket is assigned to them',
  OPEN_REQUEST: 'of a data subject whose request they answer',
  MANDATE: 'of a data subject of their mandate',
  NONE: 'of a data subject without any relationship',
};

const scopeWords: Readonly<Record<RowScope, string>> = {
  OPEN: 'everything, since nothing in it is personal',
  ALL: 'all rows',
  QUEUE: 'the rows of the queue',
  SELF: 'their own rows',
  CARE: 'the rows of themselves and the minors in their care',
  FAMILY: 'the rows of themselves, the minors in their care and the adults of the household',
  ENCOUNTER: 'the rows of the encounter',
  ASSIGNED_TICKET: 'the rows of the assigned ticket',
  OPEN_REQUEST: 'the rows of the open request',
  MANDATE: 'the rows of the mandate',
};

// An older revision may have names that no longer exist; they are returned unchanged.

/** A role as a noun: “a clerk of customer service”. */
export function roleInWords(role: Role): string {
  return roleWords[role] ?? role;
}

/** A purpose as an activity: “providing a requested service”; null: no declared purpose. */
export function purposeInWords(purpose: Purpose | null): string {
  return purpose === null ? 'no purpose' : (purposes[purpose]?.sentence ?? purpose);
}

/** A relationship as a genitive: “of a data subject in an encounter”. */
export function relationshipInWords(relationship: Relationship): string {
  return relationshipWords[relationship] ?? `of a data subject in ${relationship as string}`;
}

/** A category as the object of “see”: “the birth date”. */
export function categoryInWords(category: DataCategory): string {
  const label = categories[category]?.label ?? category;
  return /^(that|who) /.test(label) ? label : `the ${label}`;
}

/** A scope as rows: “the rows of the encounter”. */
export function scopeInWords(scope: RowScope): string {
  return scopeWords[scope] ?? scope;
}

/** A condition as a clause: “the credit check is open”. */
export function conditionInWords(condition: ComparedCondition): string {
  if (condition === 'NAMED_AS_BEFORE') return 'the mandate names the category that it had';
  return conditions[condition] ?? condition;
}

/** “one, another and a third”. */
export function listed(words: readonly string[], last: 'and' | 'or' = 'and'): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;
}

/** A name of the schema with its article: “an Employee”, “a Resident”. */
export function withArticle(name: string): string {
  // By sound: a unit, a user, but an update.
  return `${/^(?:[aeio]|u(?!ni|s[ae]|ti))/i.test(name) ? 'an' : 'a'} ${name}`;
}

/** With a capital at the start. */
export function asSentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
