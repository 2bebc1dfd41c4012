import type { DataCategory, Purpose, Relationship, Role, RowScope } from '../../../register.ts';
import type { Vocabulary } from '../../../policy/declaration/vocabulary.ts';
import type { ComparedCondition } from './change.ts';

// An older revision may have names that no longer exist; they are returned unchanged.

/** A role as a noun: “a coach of the club”. */
export function roleInWords({ roles }: Vocabulary, role: Role): string {
  return roles[role]?.noun ?? role;
}

/** A purpose as an activity: “providing a requested service”; null: no declared purpose. */
export function purposeInWords({ purposes }: Vocabulary, purpose: Purpose | null): string {
  return purpose === null ? 'no purpose' : (purposes[purpose]?.sentence ?? purpose);
}

/** A relationship as a genitive: “of a data subject in their care”. */
export function relationshipInWords({ relationships }: Vocabulary, relationship: Relationship): string {
  return relationships[relationship]?.genitive ?? `of a data subject in ${relationship as string}`;
}

/** A category as the object of “see”: “the birth date”. */
export function categoryInWords({ categories }: Vocabulary, category: DataCategory): string {
  const label = categories[category]?.label ?? category;
  return /^(that|who) /.test(label) ? label : `the ${label}`;
}

/** A scope as rows: “the rows of the case”. */
export function scopeInWords({ scopes }: Vocabulary, scope: RowScope): string {
  return scopes[scope]?.rows ?? scope;
}

/** A condition as a clause: “the fee is overdue”. */
export function conditionInWords({ conditions }: Vocabulary, condition: ComparedCondition): string {
  if (condition === 'NAMED_AS_BEFORE') return `${conditions.CATEGORY_NAMED} that it had`;
  return conditions[condition] ?? condition;
}

/** “one, another and a third”. */
export function listed(words: readonly string[], last: 'and' | 'or' = 'and'): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;
}

/** A name of the schema with its article: “an Employee”, “a Member”. */
export function withArticle(name: string): string {
  // By sound: a unit, a user, but an update.
  return `${/^(?:[aeio]|u(?!ni|s[ae]|ti))/i.test(name) ? 'an' : 'a'} ${name}`;
}

/** With a capital at the start. */
export function asSentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
