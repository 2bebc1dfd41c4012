import { sql } from '../sql.ts';
import type { Principal } from '../authentication/principal.ts';
import type { Declaration } from '../purpose/declaration.ts';
import { dayOf, type Along } from '../records/reader.ts';
import { tieColumn, tieStatement, type TieStatement } from './statements.ts';
import { tieReader, type Tie } from './tie.ts';

/**
 * What statements that read residents select along with each, so that what ties the principal to them needs no
 * statement of its own. It says the same as `lookUpTies`.
 * @param note told of each resident who was read; without a tie nothing of that one is released
 * @returns undefined for nobody, to whom nobody is tied
 */
export function tiesAlong(
  principal: Principal,
  declaration: Declaration,
  now: Date,
  note: (residentId: string, tie: Tie | undefined) => void,
): Along | undefined {
  if (principal.id === undefined) return undefined;
  const { id, role } = principal;
  const readTie = tieReader();
  let made: TieStatement | undefined;
  // Not every operation reads residents.
  const statement = (): TieStatement => (made ??= tieStatement(role, id, declaration, dayOf(now)));
  return {
    joins: () => statement().joins,
    column: () => sql`case when not ${statement().ownRecord} then ${tieColumn(statement())} end`,
    take: (residentId, text) => note(residentId, text === null ? undefined : readTie(text)),
  };
}
