import type { Clause } from '../../../engine/register.ts';
import { type Statement, wordsOf, clauseWords } from '../../../engine/policy/declaration/vocabulary.ts';
import type { Policy } from '../../../engine/policy/declaration/policy.ts';
import { clausesNamed } from './clauses-in.ts';

/** The policy lines and tests of one clause of the statement. */
export interface ClauseCoverage {
  readonly clause: Clause;
  /** The clause's words. */
  readonly words: string;
  /** Grants and prohibitions, by their lines. */
  readonly lines: readonly string[];
  /** Root fields that a line of this clause opens, each with the role. */
  readonly rootFields: readonly { readonly field: string; readonly role: Policy['rootFields'][number]['role'] }[];
  /** Read budgets, by role and purpose. */
  readonly budgets: readonly string[];
  /** Files of `test/` that name it. */
  readonly tests: readonly string[];
}

export interface TestFile {
  /** Its path below `test/`. */
  readonly name: string;
  readonly source: string;
}

/** All clauses of a statement, with their policy lines and the tests that name them. Pure. */
export function coverageOf(policy: Policy, statement: Statement, tests: readonly TestFile[]): readonly ClauseCoverage[] {
  const clauses = wordsOf(policy.vocabulary.clauses);
  const naming = tests.map(({ name, source }) => ({ name, named: clausesNamed(clauses, source) }));
  return clauses.map((clause) => ({
    clause,
    words: clauseWords(statement, clause),
    lines: [...policy.grants, ...policy.prohibitions].filter((line) => line.clause === clause).map(({ line }) => line),
    rootFields: policy.rootFields
      .filter((line) => line.clause === clause)
      .flatMap(({ fields, role }) => fields.map((field) => ({ field, role }))),
    budgets: policy.budgets.filter((line) => line.clause === clause).map(({ role, purposes }) => `${role} for ${purposes.join(', ')}`),
    tests: naming.filter(({ named }) => named.has(clause)).map(({ name }) => name),
  }));
}

/** The clauses that no test names. */
export function uncovered(coverage: readonly ClauseCoverage[]): readonly Clause[] {
  return coverage.filter(({ tests }) => tests.length === 0).map(({ clause }) => clause);
}
