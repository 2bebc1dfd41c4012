import type { Grant, Prohibition, RootFieldLine } from '../../src/engine/policy/declaration/lines.ts';
import type { Policy } from '../../src/engine/policy/declaration/policy.ts';
import { wordsOf } from '../../src/engine/policy/declaration/vocabulary.ts';
import type { DataCategory } from '../../src/engine/register.ts';
import { fieldsOf, type Place } from './questions.ts';
import { rootLineName } from './translate.ts';

/** A policy with one line changed. */
export interface Mutant {
  readonly line: string;
  readonly change: string;
  readonly policy: Policy;
  /** Whether the change can matter in a place: the line applies there before or after it. Root field lines: in none. */
  concerns(place: Place): boolean;
  /** The root fields that the change can open or close. */
  readonly fields: readonly string[];
}

/** A changed line; undefined: it is gone. */
type Variant<Line> = readonly [change: string, line: Line | undefined];

/** Every mistake in one line: a word left out, added or replaced, a member left out, the line left out. Pure. */
export function mutantsOf(policy: Policy): readonly Mutant[] {
  const { grants, prohibitions, rootFields } = policy;
  return [
    ...grants.flatMap((line, at) =>
      grantVariants(policy, line).map(([change, changed]): Mutant => ({
        line: line.line,
        change,
        policy: { ...policy, grants: grants.toSpliced(at, 1, ...(changed ? [changed] : [])) },
        concerns: concerned(line, changed, grantReaches),
        fields: [],
      })),
    ),
    ...prohibitions.flatMap((line, at) =>
      prohibitionVariants(policy, line).map(([change, changed]): Mutant => ({
        line: line.line,
        change,
        policy: { ...policy, prohibitions: prohibitions.toSpliced(at, 1, ...(changed ? [changed] : [])) },
        concerns: concerned(line, changed, prohibitionReaches),
        fields: [],
      })),
    ),
    ...rootFields.flatMap((line, at) =>
      rootFieldVariants(policy, line).map(([change, changed]): Mutant => ({
        line: rootLineName(at),
        change,
        // Lines of root fields are known by their place, so one that is gone leaves an empty one.
        policy: { ...policy, rootFields: rootFields.with(at, changed ?? { ...line, fields: [] }) },
        concerns: () => false,
        fields: [...new Set([...line.fields, ...(changed?.fields ?? [])])],
      })),
    ),
  ];
}

function grantVariants({ vocabulary }: Policy, line: Grant): Variant<Grant>[] {
  const { roles, purposes, relationships, categories, conditions } = vocabulary;
  return [
    ['left out', undefined],
    ...changedLists('categories', line.categories, wordsOf(categories), (categories) => ({ ...line, categories })),
    ...otherWords(line.role, wordsOf(roles), (role) => ({ ...line, role })),
    ...otherWords(line.purpose, wordsOf(purposes), (purpose) => ({ ...line, purpose })),
    ...otherWords(line.relationship, wordsOf(relationships), (relationship) => ({ ...line, relationship })),
    ...changedLists('when', line.when ?? [], wordsOf(conditions), (when) => ({ ...line, when })),
  ];
}

function prohibitionVariants({ vocabulary }: Policy, line: Prohibition): Variant<Prohibition>[] {
  const { roles, purposes, relationships, categories, conditions } = vocabulary;
  const { unless = {} } = line;
  return [
    ['left out', undefined],
    ...changedLists('categories', line.categories, wordsOf(categories), (categories) => ({ ...line, categories })),
    ...changedLists('roles', line.roles ?? wordsOf(roles), wordsOf(roles), (roles) => ({ ...line, roles })),
    ...changedLists('purposes', line.purposes ?? wordsOf(purposes), wordsOf(purposes), (purposes) => ({ ...line, purposes })),
    ...changedLists('when', line.when ?? [], wordsOf(conditions), (when) => ({ ...line, when })),
    ...changedLists('unless purposes', unless.purposes ?? [], wordsOf(purposes), (purposes) => ({
      ...line,
      unless: { ...unless, purposes },
    })),
    ...changedLists('unless relationships', unless.relationships ?? [], wordsOf(relationships), (relationships) => ({
      ...line,
      unless: { ...unless, relationships },
    })),
    ...changedLists('unless conditions', unless.conditions ?? [], wordsOf(conditions), (conditions) => ({
      ...line,
      unless: { ...unless, conditions },
    })),
  ];
}

function rootFieldVariants({ vocabulary, ...lines }: Policy, line: RootFieldLine): Variant<RootFieldLine>[] {
  const { roles, purposes, categories } = vocabulary;
  const ofAll: Variant<RootFieldLine>[] = line.purposes === 'ANY' ? [] : [['purposes ANY', { ...line, purposes: 'ANY' }]];
  const { needs, ...withoutNeed } = line;
  const needing = (category: DataCategory): RootFieldLine => ({ ...line, needs: category });
  return [
    ['left out', undefined],
    ...changedLists('fields', line.fields, fieldsOf(lines), (fields) => ({ ...line, fields })),
    ...otherWords(line.role, [...wordsOf(roles), 'ANYBODY' as const], (role) => ({ ...line, role })),
    ...ofAll,
    ...changedLists('purposes', line.purposes === 'ANY' ? wordsOf(purposes) : line.purposes, wordsOf(purposes), (purposes) => ({
      ...line,
      purposes,
    })),
    ...(needs === undefined ? [] : [['needs nothing', withoutNeed] as const, ...otherWords(needs, wordsOf(categories), needing)]),
  ];
}

/** The lists that lack one word, and those that have one more. */
function changedLists<Word extends string, Line>(
  member: string,
  list: readonly Word[],
  all: readonly Word[],
  change: (list: readonly Word[]) => Line,
): Variant<Line>[] {
  return [
    ...list.map((word): Variant<Line> => [`${member} without ${word}`, change(list.filter((one) => one !== word))]),
    ...all.filter((word) => !list.includes(word)).map((word): Variant<Line> => [`${member} with ${word}`, change([...list, word])]),
  ];
}

function otherWords<Word extends string, Line>(word: Word, all: readonly Word[], change: (word: Word) => Line): Variant<Line>[] {
  return all.filter((other) => other !== word).map((other) => [`${other} in place of ${word}`, change(other)]);
}

function concerned<Line extends { readonly when?: Grant['when']; readonly unless?: Prohibition['unless'] }>(
  before: Line,
  after: Line | undefined,
  reaches: (line: Line, place: Place) => boolean,
): (place: Place) => boolean {
  if (after === undefined) return (place) => reaches(before, place);
  const conditionsAreSame = before.when === after.when && before.unless?.conditions === after.unless?.conditions;
  // Where it applies before and after, under the same conditions, nothing changes.
  return (place) => (reaches(before, place) ? !conditionsAreSame || !reaches(after, place) : reaches(after, place));
}

/** Whether a grant applies in a place, under some conditions. */
function grantReaches(line: Grant, { role, purpose, relationship, category }: Place): boolean {
  return line.role === role && line.purpose === purpose && line.relationship === relationship && line.categories.includes(category);
}

function prohibitionReaches(line: Prohibition, { role, purpose, relationship, category }: Place): boolean {
  const isOneOf = <Word>(list: readonly Word[] | undefined, word: Word | undefined): boolean =>
    word !== undefined && !!list?.includes(word);
  return (
    line.categories.includes(category) &&
    (line.roles === undefined || isOneOf(line.roles, role)) &&
    (line.purposes === undefined || isOneOf(line.purposes, purpose)) &&
    !isOneOf(line.unless?.purposes, purpose) &&
    !isOneOf(line.unless?.relationships, relationship)
  );
}
