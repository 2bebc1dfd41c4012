import { DataCategory, Purpose, Relationship, Role, RowScope } from '../../src/generated/schema.ts';
import { clauses } from '../../src/policy/clauses.ts';
import { allConditions } from '../../src/policy/conditions.ts';
import { rootFieldLines } from '../../src/policy/root-fields.ts';

interface Vocabulary {
  /** The properties and variables whose value it is. */
  readonly names: readonly string[];
  readonly words: readonly string[];
}

const vocabularies: readonly Vocabulary[] = [
  { names: ['category', 'categories', 'needs', 'hints'], words: Object.values(DataCategory) },
  { names: ['role', 'roles', 'partnerRoles', 'employeeRoles'], words: Object.values(Role) },
  { names: ['purpose', 'purposes'], words: Object.values(Purpose) },
  { names: [], words: ['ANYBODY', 'RESIDENT'] },
  { names: ['relationship', 'relationships', 'scopeRelationships'], words: Object.values(Relationship) },
  { names: ['scope'], words: Object.values(RowScope) },
  { names: ['when', 'conditions'], words: allConditions },
  { names: ['clause'], words: clauses },
  { names: ['fields'], words: [...new Set(rootFieldLines.flatMap(({ fields }) => fields))] },
  { names: ['effect'], words: ['PERMIT', 'WITHHOLD', 'RELATIONSHIP_REQUIRED'] },
  { names: ['reason'], words: ['PURPOSE_REQUIRED', 'NO_GRANT', 'PROHIBITED', 'CONDITION', 'RELATIONSHIP_REQUIRED'] },
];

/**
 * The vocabulary that a word stands for, since some words are of several (HOUSEHOLD is a category and
 * a relationship).
 * @param names what it is the value of, the nearest name first
 * @returns undefined for a text that is no word of any
 */
export function vocabularyOf(word: string, names: readonly string[]): readonly string[] | undefined {
  const possible = vocabularies.filter(({ words }) => words.includes(word));
  for (const name of names) {
    const named = possible.find((vocabulary) => vocabulary.names.includes(name));
    if (named) return named.words;
  }
  return possible[0]?.words;
}
