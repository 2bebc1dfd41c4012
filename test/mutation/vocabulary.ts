import { DataCategory, Purpose, Relationship, Role, RowScope } from '../../src/town/shared/graphql/generated/schema.ts';
import { clauses } from '../../src/town/policy/statement/clauses.ts';
import { allConditions } from '../../src/town/policy/lines/conditions.ts';
import { rootFieldLines } from '../../src/town/policy/lines/root-fields.ts';

interface Vocabulary {
  /** The properties and variables that have such a value. */
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
 * The vocabulary of a word. Some words are in several (HOUSEHOLD is a category and a relationship).
 * @param names the properties and variables that enclose the word, innermost first
 * @returns undefined for a text that is in no vocabulary
 */
export function vocabularyOf(word: string, names: readonly string[]): readonly string[] | undefined {
  const possible = vocabularies.filter(({ words }) => words.includes(word));
  for (const name of names) {
    const named = possible.find((vocabulary) => vocabulary.names.includes(name));
    if (named) return named.words;
  }
  return possible[0]?.words;
}
