import type { DataCategory } from '../../register.ts';
import type { Prohibition } from '../../policy/declaration/lines.ts';
import { linesFor } from '../../policy/decision/decide.ts';
import type { Policy } from '../../policy/declaration/policy.ts';
import { wordsOf, type Vocabulary } from '../../policy/declaration/vocabulary.ts';
import type { Disagreement } from './disagreement.ts';
import { isWeaker } from './is-weaker.ts';

type Combination = Pick<Parameters<typeof linesFor>[1], 'role' | 'purpose' | 'relationship'>;

/** Finds prohibitions that contradict themselves, never bind, or are covered by others. */
export function checkProhibitions({ prohibitions, vocabulary }: Policy): Disagreement[] {
  return [
    ...prohibitions.flatMap((prohibition) => [...contradictory(prohibition), ...idle(vocabulary, prohibition)]),
    ...covered(vocabulary, prohibitions),
  ];
}

function contradictory({ line, when = [], unless }: Prohibition): Disagreement[] {
  return when
    .filter((condition) => unless?.conditions?.includes(condition))
    .map((condition) => ({
      coordinate: `prohibitions ${line}`,
      problem: `${condition} is in when and in unless.conditions, so it can never bind`,
      hint: `remove ${condition} from one of the two`,
    }));
}

function idle(vocabulary: Vocabulary, { line, purposes = wordsOf(vocabulary.purposes), unless }: Prohibition): Disagreement[] {
  const coordinate = `prohibitions ${line}`;
  const problem = (what: string): string => `unless excepts ${what}, so it can never bind`;
  const found: Disagreement[] = [];
  if (purposes.length > 0 && purposes.every((purpose) => unless?.purposes?.includes(purpose))) {
    found.push({ coordinate, problem: problem('each of its purposes'), hint: 'remove its own purposes from unless.purposes' });
  }
  if (wordsOf(vocabulary.relationships).every((relationship) => unless?.relationships?.includes(relationship))) {
    found.push({ coordinate, problem: problem('every relationship'), hint: 'remove its own relationships from unless.relationships' });
  }
  return found;
}

function covered(vocabulary: Vocabulary, prohibitions: readonly Prohibition[]): Disagreement[] {
  // Of two equal lines the later one is reported. So the last is checked first, and reported lines cover nothing.
  const reported = new Set<string>();
  const found: Disagreement[] = [];
  for (const [index, prohibition] of [...prohibitions.entries()].toReversed()) {
    const byOthers = new Map<string, DataCategory[]>();
    for (const category of new Set(prohibition.categories)) {
      const others = prohibitions.filter(
        (other, place) => place !== index && other.categories.includes(category) && !reported.has(`${place} ${category}`),
      );
      const covering = coveringOf(vocabulary, prohibition, category, others);
      if (covering.size === 0) continue;
      reported.add(`${index} ${category}`);
      const names = [...covering].map(({ line }) => line).join(' and ');
      byOthers.set(names, [...(byOthers.get(names) ?? []), category]);
    }
    for (const [names, categories] of byOthers) {
      found.push({
        coordinate: `prohibitions ${prohibition.line}`,
        problem: `${categories.join(', ')} is already prohibited by ${names} wherever this line binds`,
        hint: `remove ${categories.join(', ')} from ${prohibition.line}`,
      });
    }
  }
  return found.toReversed();
}

/** The other prohibitions that together bind in every case in which this one binds; empty if this one adds a case, or never binds. */
function coveringOf(
  vocabulary: Vocabulary,
  prohibition: Prohibition,
  category: DataCategory,
  others: readonly Prohibition[],
): ReadonlySet<Prohibition> {
  const covering = new Set<Prohibition>();
  if (others.length === 0) return covering;
  for (const combination of combinations(vocabulary)) {
    if (prohibitionsFor([prohibition], combination, category).length === 0) continue;
    const other = prohibitionsFor(others, combination, category).find(
      ({ when, unless }) => isWeaker(when, prohibition.when) && isWeaker(unless?.conditions, prohibition.unless?.conditions),
    );
    if (!other) return new Set();
    covering.add(other);
  }
  return covering;
}

function prohibitionsFor(prohibitions: readonly Prohibition[], combination: Combination, category: DataCategory): readonly Prohibition[] {
  return linesFor({ grants: [], prohibitions, rootFields: [], budgets: [] }, { ...combination, category }).prohibitions;
}

function* combinations({ roles, purposes, relationships }: Vocabulary): Generator<Combination> {
  for (const role of wordsOf(roles)) {
    for (const purpose of wordsOf(purposes)) {
      for (const relationship of wordsOf(relationships)) yield { role, purpose, relationship };
    }
  }
}
