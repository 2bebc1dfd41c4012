import type { Clause } from '../application.ts';

/** One version of the municipality's privacy statement, in the project's own words. */
export interface Statement {
  readonly version: string;
  /** RFC 3339 full-date. */
  readonly effectiveFrom: string;
  /** The clauses that this version has: an application says which. */
  readonly clauses: Readonly<Partial<Record<Clause, string>>>;
}
