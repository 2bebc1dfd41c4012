import type { Clause } from '../../register.ts';

/** One version of the municipality's privacy statement, in the project's own words. */
export interface Statement {
  readonly version: string;
  /** RFC 3339 full-date. */
  readonly effectiveFrom: string;
  /** The clauses that this version has: an application says which. */
  readonly clauses: Readonly<Partial<Record<Clause, string>>>;
}

/** The statement in force on a date (RFC 3339 full-date), or undefined before the first. */
export function statementOn({ statements }: { readonly statements: readonly Statement[] }, date: string): Statement | undefined {
  return statements.findLast(({ effectiveFrom }) => effectiveFrom <= date);
}

/** The words of a clause in a version of the statement. A version without the clause says so. */
export function clauseWords({ version, clauses }: Statement, clause: Clause): string {
  return clauses[clause] ?? `(not in version ${version} of the privacy statement)`;
}
