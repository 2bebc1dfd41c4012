import type { GraphQLResolveInfo } from 'graphql';
import type { RequestContext } from '../../../engine/request-context.ts';
import { causeOf } from '../../../platform/errors/error-cause.ts';
import { PrivacyError } from '../../../platform/errors/errors.ts';
import { sql, type Outcome, type Sql } from '../../../platform/sql/sql.ts';
import { placeOf } from './read-rows.ts';

/** A statement that changes rows, and returns the column `id` of each. The gateway's role needs the privilege. */
export type Write = (given: Readonly<Record<string, unknown>>, request: RequestContext) => Sql;

/**
 * SQLSTATEs of a constraint, of a view that checks what is written through it, and of a trigger that raises an exception: each can depend on
 * rows and values that the principal may not know of.
 */
const dependent = /^(23|27|44|P0)/;

/**
 * Runs a statement that writes one row. The access entry names the data subject however it ends: that it can fail tells of the row.
 * @returns the id of the row; undefined: there was none to write
 * @throws PrivacyError NOT_FOUND where a constraint refuses it, like a row that does not exist; INTERNAL for a statement that writes more than
 *   one row, or does not return its id; foreign errors of PostgreSQL
 */
export async function writeRow(
  write: Write,
  subjectId: string | undefined,
  given: Readonly<Record<string, unknown>>,
  request: RequestContext,
  info: GraphQLResolveInfo,
): Promise<unknown> {
  const coordinate = placeOf(info);
  await noteSubject(subjectId, coordinate, request);
  const { database } = request.reader;
  const written = async (): Promise<Outcome<unknown>> => {
    const result = await write(given, request).execute(database);
    // A deferred constraint would refuse the commit, and the entry with it.
    await sql`set constraints all immediate`.execute(database);
    return result;
  };
  const { rows, numAffectedRows } = await written().catch((error: unknown) => {
    throw dependent.test(causeOf(error)) ? new PrivacyError('NOT_FOUND') : error;
  });
  const ids = rows.map((row) => (row as { readonly id?: unknown }).id);
  const count = Math.max(ids.length, Number(numAffectedRows ?? 0));
  if (count > 1) throw refusedStatement(coordinate, 'it writes more than one row');
  if (count === 1 && typeof ids[0] !== 'string') throw refusedStatement(coordinate, 'it must end in “returning id”');
  // The principal may be related otherwise than before.
  request.relationships?.forget();
  if (subjectId !== undefined) await request.relationships?.ensure([subjectId]);
  return ids[0];
}

/** The error of a mistake in a statement of the application: what it wrote is undone, and the gateway's log says why. */
export function refusedStatement(coordinate: string, why: string): PrivacyError {
  return new PrivacyError('INTERNAL', { problems: [`${coordinate}: ${why}`] });
}

async function noteSubject(id: string | undefined, coordinate: string, { relationships, seenSubjects }: RequestContext): Promise<void> {
  if (id === undefined) return;
  await relationships?.ensure([id]);
  const subject = relationships?.get(id);
  if (subject) seenSubjects.mark(subject, coordinate);
}
