import type { Clause, Condition, Purpose, Relationship } from '../../register.ts';
import type { Grant, Prohibition } from '../../policy/declaration/lines.ts';
import { decide, linesFor, type Question } from '../../policy/decision/decide.ts';
import type { Policy } from '../../policy/declaration/policy.ts';

/** A combination of purpose, relationship and conditions that would permit the same category to the same role. */
export interface Way {
  readonly purpose: Purpose;
  readonly relationship: Relationship;
  /** Conditions that must hold in addition. */
  readonly holds: readonly Condition[];
  /** Conditions that hold now and must not hold. */
  readonly ceases: readonly Condition[];
  /** The grant that then permits it. */
  readonly line: string;
  readonly clause: Clause;
}

/** The question with a way's purpose, relationship and conditions. */
export function applyWay(question: Question, { purpose, relationship, holds, ceases }: Way): Question {
  const holding = new Set([...question.holding, ...holds].filter((condition) => !ceases.includes(condition)));
  return { ...question, purpose, relationship, holding };
}

/**
 * Every way in which the same role could see the same category, with another purpose, relationship or conditions. The
 * way with the fewest changes comes first, and no way has a superfluous change. Empty if no line permits the category to
 * this role for any purpose. Pure.
 */
export function waysToSee(policy: Policy, question: Question): readonly Way[] {
  const found = policy.grants
    .filter(({ role, categories }) => role === question.role && categories.includes(question.category))
    .flatMap((grant) => waysBy(policy, question, grant));
  return found
    .filter((way, index) => !found.some((other, place) => covers(other, way) && (!covers(way, other) || place < index)))
    .toSorted((one, other) => distance(question, one) - distance(question, other));
}

/** The prohibitions that bind for a question. */
export function binding(policy: Policy, question: Question): readonly Prohibition[] {
  // Each is tried alone, so that `decide` alone defines what binds.
  return linesFor(policy, question).prohibitions.filter((prohibition) => {
    const decision = decide({ ...policy, prohibitions: [prohibition] }, question);
    return decision.effect === 'WITHHOLD' && decision.reason === 'PROHIBITED';
  });
}

function waysBy(policy: Policy, question: Question, grant: Grant): Way[] {
  const { purpose, relationship, when = [], line, clause } = grant;
  const ways: Way[] = [];
  const tried = new Set<string>();
  search(new Set([...question.holding, ...when]));
  return ways;

  function search(holding: ReadonlySet<Condition>): void {
    const key = [...holding].toSorted().join();
    if (tried.has(key)) return;
    tried.add(key);
    const candidate: Question = { ...question, purpose, relationship, holding };
    const [prohibition] = binding(policy, candidate);
    if (!prohibition) {
      ways.push({
        purpose,
        relationship,
        holds: [...holding].filter((condition) => !question.holding.has(condition)),
        ceases: [...question.holding].filter((condition) => !holding.has(condition)),
        line,
        clause,
      });
      return;
    }
    // It does not bind if one of its conditions does not hold (except those that the grant needs), or if an exception holds.
    for (const condition of prohibition.when ?? []) {
      if (!when.includes(condition)) search(new Set([...holding].filter((one) => one !== condition)));
    }
    for (const condition of prohibition.unless?.conditions ?? []) search(new Set([...holding, condition]));
  }
}

/** Whether `other` needs everything that `one` needs. */
function covers(one: Way, other: Way): boolean {
  return (
    one.purpose === other.purpose &&
    one.relationship === other.relationship &&
    one.holds.every((condition) => other.holds.includes(condition)) &&
    one.ceases.every((condition) => other.ceases.includes(condition))
  );
}

function distance(question: Question, { purpose, relationship, holds, ceases }: Way): number {
  // Changing the purpose counts most, then the relationship, then a condition.
  return (purpose === question.purpose ? 0 : 100) + (relationship === question.relationship ? 0 : 10) + holds.length + ceases.length;
}
