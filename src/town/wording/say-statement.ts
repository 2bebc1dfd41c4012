import type { Statement } from '../../engine/policy/declaration/vocabulary.ts';
import type { Wording } from './wording.ts';

/** A version of the privacy statement in one language. Pure. */
export function sayStatement({ statements }: Pick<Wording, 'statements'>, statement: Statement): Statement {
  const said: Readonly<Record<string, Statement['clauses']>> = statements;
  return { ...statement, clauses: said[statement.version] ?? statement.clauses };
}
