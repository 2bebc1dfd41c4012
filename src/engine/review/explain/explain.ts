import type { Clause, Condition, DataCategory, Purpose, Relationship, Role } from '../../register.ts';
import { decide, linesFor, type Question, type WithheldReason } from '../../policy/decision/decide.ts';
import type { Policy } from '../../policy/declaration/policy.ts';
import { binding, waysToSee, type Way } from './ways.ts';

/** The question, in a form that can be printed. */
export interface Asked {
  readonly role: Role;
  /** Null: none declared. */
  readonly purpose: Purpose | null;
  readonly relationship: Relationship;
  readonly category: DataCategory;
  readonly holding: readonly Condition[];
}

/** A grant for the role, purpose, relationship and category of a question. */
export interface Granting {
  readonly line: string;
  readonly clause: Clause;
  readonly when: readonly Condition[];
  /** Its conditions that do not hold. */
  readonly lacking: readonly Condition[];
}

/** A prohibition that covers a question, whether it binds or not. */
export interface Forbidding {
  readonly line: string;
  readonly clause: Clause;
  readonly because: string;
  /** It binds only while all of these hold. */
  readonly when: readonly Condition[];
  /** It does not bind while any of these holds. */
  readonly unless: readonly Condition[];
  readonly binds: boolean;
}

/** A decision with the lines that it considered and, if it withholds, the ways in which it would permit. */
export type Explanation =
  | {
      readonly effect: 'PERMIT';
      readonly asked: Asked;
      readonly line: string;
      readonly clause: Clause;
      readonly granting: readonly Granting[];
      readonly forbidding: readonly Forbidding[];
    }
  | {
      readonly effect: 'WITHHOLD';
      readonly asked: Asked;
      readonly reason: WithheldReason;
      /** The binding prohibition, or the grant whose conditions do not all hold; null if there is neither. */
      readonly line: string | null;
      readonly clause: Clause | null;
      readonly granting: readonly Granting[];
      readonly forbidding: readonly Forbidding[];
      /** The ways in which it would be permitted; empty if no line permits it to this role for any purpose. */
      readonly ways: readonly Way[];
    };

/** Explains the decision on one question. `decide` makes the decision. Pure. */
export function explain(policy: Policy, question: Question): Explanation {
  const { role, purpose, relationship, category, holding } = question;
  const asked: Asked = { role, purpose: purpose ?? null, relationship, category, holding: [...holding] };
  const lines = linesFor(policy, question);
  const granting = lines.grants.map(({ line, clause, when = [] }) => ({
    line,
    clause,
    when,
    lacking: when.filter((condition) => !holding.has(condition)),
  }));
  const bound = binding(policy, question);
  const forbidding = lines.prohibitions.map((prohibition) => ({
    line: prohibition.line,
    clause: prohibition.clause,
    because: prohibition.because,
    when: prohibition.when ?? [],
    unless: prohibition.unless?.conditions ?? [],
    binds: bound.includes(prohibition),
  }));
  const decision = decide(policy, question);
  if (decision.effect === 'PERMIT') return { effect: 'PERMIT', asked, line: decision.line, clause: decision.clause, granting, forbidding };
  const { reason, line = null, clause = null } = decision;
  return { effect: 'WITHHOLD', asked, reason, line, clause, granting, forbidding, ways: waysToSee(policy, question) };
}
