import type { Clause } from '../../register.ts';
import type { Statement } from '../../policy/declaration/vocabulary.ts';
import type { Policy } from '../../policy/declaration/policy.ts';
import type { Disagreement } from './disagreement.ts';
import { membersOf } from './members.ts';

/** Finds lines whose clause is not in the privacy statement in force: it begins with a later version, or has ended. Pure. */
export function checkClauses(policy: Policy, { version, clauses }: Pick<Statement, 'version' | 'clauses'>): Disagreement[] {
  return membersOf(policy)
    .filter(({ kind }) => kind === 'clause')
    .flatMap(({ coordinate, words }) =>
      words
        .filter((word): word is Clause => Object.hasOwn(policy.vocabulary.clauses, word) && !Object.hasOwn(clauses, word))
        .map((clause) => ({
          coordinate,
          problem: `clause ${clause} is not in version ${version} of the privacy statement, which is in force`,
          hint: `name a clause of that version, or let the line wait; ${policy.vocabulary.files.clauses} has the versions of each clause`,
        })),
    );
}
