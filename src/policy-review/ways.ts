import type { Purpose, Relationship } from '../generated/schema.ts';
import type { Clause } from '../policy/clauses.ts';
import type { Condition } from '../policy/conditions.ts';
import { decide, linesFor, type Question } from '../policy/decide.ts';
import type { Grant } from '../policy/grants.ts';
import type { Policy } from '../policy/policy.ts';
import type { Prohibition } from '../policy/prohibitions.ts';

/** What would have had to hold for the same role to see the same category. */
export interface Way {
  readonly purpose: Purpose;
  readonly relationship: Relationship;
  /** Conditions that would have had to hold besides. */
  readonly holds: readonly Condition[];
  /** Conditions that hold and would have had not to. */
  readonly ceases: readonly Condition[];
  /** The grant that would then permit it. */
  readonly line: string;
  readonly clause: Clause;
}

/** The question as it would be if a way had been gone. */
export function along(question: Question, { purpose, relationship, holds, ceases }: Way): Question {
  const holding = new Set([...question.holding, ...holds].filter((condition) => !ceases.includes(condition)));
  return { ...question, purpose, relationship, holding };
}

/**
 * Every way in which the same role could see the same category, the nearest to the question first:
 * other purposes, relationships and conditions, for each grant that speaks of it. No way has a change
 * that it could do without. Empty: no line lets this role see it for any purpose. Pure.
 */
export function waysToSee(policy: Policy, question: Question): readonly Way[] {
  const found = policy.grants
    .filter(({ role, categories }) => role === question.role && categories.includes(question.category))
    .flatMap((grant) => waysBy(policy, question, grant));
  return found
    .filter((way, index) => !found.some((other, place) => covers(other, way) && (!covers(way, other) || place < index)))
    .toSorted((one, other) => distance(question, one) - distance(question, other));
}

/** The prohibitions that bind as a question stands. */
export function binding(policy: Policy, question: Question): readonly Prohibition[] {
  // Each is asked alone, so that what binds is for the decision function to say.
  return linesFor(policy, question).prohibitions.filter((prohibition) => {
    const decision = decide({ ...policy, prohibitions: [prohibition] }, question);
    return decision.effect === 'WITHHOLD' && decision.reason === 'PROHIBITED';
  });
}

function waysBy(policy: Policy, question: Question, grant: Grant): Way[] {
  const { purpose, relationship, when = [], line, clause } = grant;
  const ways: Way[] = [];
  const tried = new Set<string>();
  go(new Set([...question.holding, ...when]));
  return ways;

  function go(holding: ReadonlySet<Condition>): void {
    const key = [...holding].toSorted().join();
    if (tried.has(key)) return;
    tried.add(key);
    const there: Question = { ...question, purpose, relationship, holding };
    const [prohibition] = binding(policy, there);
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
    // It stops binding where one of its conditions ceases, save those that the grant needs, or one of its exceptions holds.
    for (const condition of prohibition.when ?? []) {
      if (!when.includes(condition)) go(new Set([...holding].filter((one) => one !== condition)));
    }
    for (const condition of prohibition.unless?.conditions ?? []) go(new Set([...holding, condition]));
  }
}

/** Whether one way asks for nothing that the other does not ask for as well. */
function covers(one: Way, other: Way): boolean {
  return (
    one.purpose === other.purpose &&
    one.relationship === other.relationship &&
    one.holds.every((condition) => other.holds.includes(condition)) &&
    one.ceases.every((condition) => other.ceases.includes(condition))
  );
}

function distance(question: Question, { purpose, relationship, holds, ceases }: Way): number {
  // Another purpose is another need; a relationship can be come by; a condition is the nearest.
  return (purpose === question.purpose ? 0 : 100) + (relationship === question.relationship ? 0 : 10) + holds.length + ceases.length;
}
