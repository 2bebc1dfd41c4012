import type { Policy, PolicyLines } from '../../src/engine/policy/declaration/policy.ts';
import type { Question } from '../../src/engine/policy/decision/decide.ts';
import { openCedar, type Answer, type Entry } from './cedar.ts';
import { questionsAt, type Place } from './questions.ts';

/** A cell of the matrix, with Cedar's answer. */
export interface Cell {
  readonly question: Question;
  readonly answer: Answer;
}

/** Cedar's answers for a policy, each asked once, when it is needed first. */
export interface Matrix {
  readonly policy: Policy;
  /** The cells of one place. */
  cellsAt(place: Place): readonly Cell[];
  /** Any question, not kept. */
  see(question: Question): Answer;
  enter(entry: Entry): Answer;
}

/**
 * @param name a matrix that is opened later with the same name replaces this one
 * @param policy its cells
 * @param lines by which Cedar decides, if other than those of the policy
 * @throws Error if Cedar cannot parse the lines
 */
export function openMatrix(name: string, policy: Policy, lines: PolicyLines = policy): Matrix {
  const cedar = openCedar(name, lines);
  const cells = new Map<string, readonly Cell[]>();
  const entries = new Map<string, Answer>();
  return {
    policy,
    cellsAt: (place) =>
      kept(cells, keyOf(place), () => questionsAt(policy, place).map((question) => ({ question, answer: cedar.see(question) }))),
    see: cedar.see,
    enter: (entry) => kept(entries, `${entry.field} ${entry.role} ${entry.purpose}`, () => cedar.enter(entry)),
  };
}

function kept<Value>(known: Map<string, Value>, key: string, make: () => Value): Value {
  const value = known.get(key) ?? make();
  known.set(key, value);
  return value;
}

function keyOf({ role, purpose, relationship, category }: Place): string {
  return `${role} ${purpose} ${relationship} ${category}`;
}
