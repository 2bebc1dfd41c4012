import type { PolicyLines, Policy } from '../../src/engine/policy/declaration/policy.ts';
import { wordsOf } from '../../src/engine/policy/declaration/vocabulary.ts';
import type { Question } from '../../src/engine/policy/decision/decide.ts';
import type { Condition, DataCategory, Purpose } from '../../src/engine/register.ts';
import type { Entry } from './cedar.ts';

/** A role, purpose, relationship and category. */
export type Place = Omit<Question, 'holding'>;

/** Each place of the matrix of a policy: role, purpose (also none), relationship and category. Pure. */
export function placesOf(policy: Policy): readonly Place[] {
  const { roles, relationships, categories } = policy.vocabulary;
  return wordsOf(categories).flatMap((category) =>
    wordsOf(roles).flatMap((role) =>
      purposesAndNone(policy).flatMap((purpose) =>
        wordsOf(relationships).map((relationship) => ({ role, purpose, relationship, category })),
      ),
    ),
  );
}

/**
 * The questions of one place: every set of the conditions that matter for its category. A line that does not list the category cannot
 * decide about it, in either engine. So a condition that only such lines name changes no answer, and sets that differ in it alone are one
 * question. The random questions do not assume this: their sets are of all conditions. Pure.
 */
export function questionsAt(lines: PolicyLines, place: Place): readonly Question[] {
  return subsets([...conditionsOf(lines, place.category)]).map((holding) => ({ ...place, holding }));
}

/** The conditions on which a category can depend: those of every line that lists it, and that the authority names it. Pure. */
export function conditionsOf({ grants, prohibitions }: PolicyLines, category: DataCategory): ReadonlySet<Condition> {
  const named = [
    ...grants.filter(({ categories }) => categories.includes(category)).flatMap(({ when = [] }) => when),
    ...prohibitions
      .filter(({ categories }) => categories.includes(category))
      .flatMap(({ when = [], unless }) => [...when, ...(unless?.conditions ?? [])]),
  ];
  return new Set<Condition>(['CATEGORY_NAMED', ...named]);
}

/** A root field, for each role and purpose (also none). Pure. */
export function entriesOf(policy: Policy, field: string): readonly Entry[] {
  return wordsOf(policy.vocabulary.roles).flatMap((role) => purposesAndNone(policy).map((purpose) => ({ field, role, purpose })));
}

/** The root fields that lines name. Pure. */
export function fieldsOf({ rootFields }: PolicyLines): readonly string[] {
  return [...new Set(rootFields.flatMap(({ fields }) => fields))];
}

/**
 * Any question in the words of a policy, with any set of all its conditions.
 * @param random from 0 up to 1
 */
export function randomQuestion(policy: Policy, random: () => number): Question {
  const { roles, relationships, categories, conditions } = policy.vocabulary;
  const one = <Word>(words: readonly Word[]): Word => words[Math.floor(random() * words.length)]!;
  return {
    role: one(wordsOf(roles)),
    purpose: one(purposesAndNone(policy)),
    relationship: one(wordsOf(relationships)),
    category: one(wordsOf(categories)),
    holding: new Set(wordsOf(conditions).filter(() => random() < 0.5)),
  };
}

function purposesAndNone({ vocabulary }: Policy): readonly (Purpose | undefined)[] {
  return [...wordsOf(vocabulary.purposes), undefined];
}

/** Every set of some conditions, the empty one first. Pure. */
export function subsets(conditions: readonly Condition[]): readonly ReadonlySet<Condition>[] {
  return Array.from({ length: 2 ** conditions.length }, (_empty, bits) => new Set(conditions.filter((_name, at) => (bits >> at) & 1)));
}
