import { Purpose, Relationship, Role, type DataCategory } from '../../generated/schema.ts';
import { linesFor } from '../../policy/decide.ts';
import type { Policy } from '../../policy/policy.ts';
import type { Prohibition } from '../../policy/prohibitions.ts';
import type { Disagreement } from './disagreement.ts';
import { weaker } from './weaker.ts';

type Standpoint = Pick<Parameters<typeof linesFor>[1], 'role' | 'purpose' | 'relationship'>;

/** Finds prohibitions that contradict themselves, that never bind, or that others cover. */
export function checkProhibitions({ prohibitions }: Policy): Disagreement[] {
  return [...prohibitions.flatMap((prohibition) => [...contradictory(prohibition), ...idle(prohibition)]), ...covered(prohibitions)];
}

function contradictory({ line, when = [], unless }: Prohibition): Disagreement[] {
  return when
    .filter((condition) => unless?.conditions?.includes(condition))
    .map((condition) => ({
      coordinate: `prohibitions ${line}`,
      problem: `${condition} is in when and in unless.conditions, so it can never bind`,
      hint: `take ${condition} out of one of the two`,
    }));
}

function idle({ line, purposes = Object.values(Purpose), unless }: Prohibition): Disagreement[] {
  const coordinate = `prohibitions ${line}`;
  const problem = (what: string): string => `unless excepts every ${what}, so it can never bind`;
  const found: Disagreement[] = [];
  if (purposes.length > 0 && purposes.every((purpose) => unless?.purposes?.includes(purpose))) {
    found.push({ coordinate, problem: problem('purpose that it is for'), hint: 'take the purposes that it is for out of unless.purposes' });
  }
  if (Object.values(Relationship).every((relationship) => unless?.relationships?.includes(relationship))) {
    found.push({ coordinate, problem: problem('relationship'), hint: 'take those that it is for out of unless.relationships' });
  }
  return found;
}

function covered(prohibitions: readonly Prohibition[]): Disagreement[] {
  // Of two that say the same the later one is to go, so the last is judged first, and what goes covers nothing.
  const gone = new Set<string>();
  const found: Disagreement[] = [];
  for (const [index, prohibition] of [...prohibitions.entries()].toReversed()) {
    const byOthers = new Map<string, DataCategory[]>();
    for (const category of new Set(prohibition.categories)) {
      const others = prohibitions.filter(
        (other, place) => place !== index && other.categories.includes(category) && !gone.has(`${place} ${category}`),
      );
      const covering = coveringOf(prohibition, category, others);
      if (covering.size === 0) continue;
      gone.add(`${index} ${category}`);
      const names = [...covering].map(({ line }) => line).join(' and ');
      byOthers.set(names, [...(byOthers.get(names) ?? []), category]);
    }
    for (const [names, categories] of byOthers) {
      found.push({
        coordinate: `prohibitions ${prohibition.line}`,
        problem: `${categories.join(', ')} is prohibited already by ${names} wherever it binds`,
        hint: `take ${categories.join(', ')} out of ${prohibition.line}`,
      });
    }
  }
  return found.toReversed();
}

/** Those of the others that bind wherever this one does; none where it adds anything, or never binds. */
function coveringOf(prohibition: Prohibition, category: DataCategory, others: readonly Prohibition[]): ReadonlySet<Prohibition> {
  const covering = new Set<Prohibition>();
  if (others.length === 0) return covering;
  for (const standpoint of standpoints()) {
    if (concerned([prohibition], standpoint, category).length === 0) continue;
    const other = concerned(others, standpoint, category).find(
      ({ when, unless }) => weaker(when, prohibition.when) && weaker(unless?.conditions, prohibition.unless?.conditions),
    );
    if (!other) return new Set();
    covering.add(other);
  }
  return covering;
}

function concerned(prohibitions: readonly Prohibition[], standpoint: Standpoint, category: DataCategory): readonly Prohibition[] {
  return linesFor({ grants: [], prohibitions, rootFields: [], budgets: [] }, { ...standpoint, category }).prohibitions;
}

function* standpoints(): Generator<Standpoint> {
  for (const role of Object.values(Role)) {
    for (const purpose of Object.values(Purpose)) {
      for (const relationship of Object.values(Relationship)) yield { role, purpose, relationship };
    }
  }
}
