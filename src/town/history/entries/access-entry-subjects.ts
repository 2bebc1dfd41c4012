import type { Reader } from '../../../engine/rows/reader.ts';
import { aboutPerson } from '../../../engine/rows/row.ts';
import { sql } from '../../../platform/sql/sql.ts';
import type { AccessEntrySubject, RowScope } from '../../shared/graphql/generated/schema.ts';
import { readLogSubjects } from './access-entries.ts';
import { hidesPeople, isReadBy, viewOfPerson } from './entry-parts.ts';
import { peopleOfEntry } from './people-of-entry.ts';
import { project, type Columns } from '../../shared/rows/columns.ts';
import type { Row } from '../../shared/rows/row.ts';
import type { Viewer } from '../../shared/access/scope.ts';
import { isSealedTowards } from '../seals/seals.ts';

const view = viewOfPerson;

// Pseudonym and id depend on the reader: src/town/history/log/access-log-resolvers.ts makes them.
const columns: Columns<AccessEntrySubject, 'pseudonym' | 'id'> = {
  relationship: sql`${view} ->> 'relationship'`,
  released: sql`${view} -> 'released'`,
  withheld: sql`${view} -> 'withheld'`,
};

/**
 * Reads what each entry says about each of its data subjects, in one batch. If the scope has only a few residents, only their segments are
 * read: a resident who reads their own entries must not cause a read of other data subjects.
 *
 * In the scopes ALL and MANDATE people appear under pseudonyms. A reader knows the data subjects of the entries that the reader made, so
 * those entries would reveal pseudonyms. So would entries about accounts: anyone can cause one about a known person. The segments of both
 * kinds are not read.
 *
 * A request from a sender without an account is its own data subject, and not a person: its row has `withoutAccount`.
 *
 * Erased segments, and segments that are sealed towards the reader, are left out.
 * @param sought only this person's segments, if given
 * @param numbers the entries' numbers in the log
 */
export async function readEntrySubjects(
  reader: Reader,
  scope: RowScope | undefined,
  viewer: Viewer,
  sought: string | undefined,
  numbers: readonly string[],
  fields: ReadonlySet<string>,
): Promise<ReadonlyMap<string, readonly Row<AccessEntrySubject>[]>> {
  const isAboutAll = scope === 'ALL' || scope === 'MANDATE';
  const ids = isAboutAll ? [] : await readLogSubjects(reader, scope, viewer);
  const withoutAccount = sql`exists (
    select from recreation.request request where request.id = about.subject_id and request.resident_id is null)`;
  const { rows } = await sql<Row<AccessEntrySubject> & { pageKey: string; subjectId: string }>`
    select about.seq::text as "pageKey", about.subject_id::text as "subjectId", ${isAboutAll ? withoutAccount : sql`false`} as "withoutAccount",
      ${project(columns, fields)}
    from access_log.full_entry entry cross join lateral ${peopleOfEntry} about
    where entry.seq = any(${[...numbers]}::bigint[])
      and (${isAboutAll} or about.subject_id = any(${[...ids]}::uuid[])) and not ${isSealedTowards(scope, viewer, reader.now)}
      and ${sought === undefined ? sql`true` : sql`about.subject_id = ${sought}::uuid`}
      and not (${isAboutAll} and (${isReadBy(viewer.principalId ?? null)} or ${hidesPeople}))
    order by about.seq, about.ordinal`.execute(reader.database);
  return Map.groupBy(
    rows.map((row) => aboutPerson(row, row.subjectId)),
    ({ pageKey }) => pageKey,
  );
}
