import type { Reader } from '../../engine/rows/reader.ts';
import { aboutPerson } from '../../engine/rows/row.ts';
import { sql, type Sql } from '../../platform/sql/sql.ts';
import type { DisclosedPerson, OwnDisclosure } from '../shared/graphql/generated/schema.ts';
import { project, type Columns } from '../shared/rows/columns.ts';
import { isByPartner, isNoAccountAct, isReadBy, viewOfPerson } from './entries/entry-parts.ts';
import { peopleOfEntry } from './entries/people-of-entry.ts';
import { readPage, type Page, type PageRequest } from '../shared/rows/page.ts';
import type { Row } from '../shared/rows/row.ts';
import type { Viewer } from '../shared/access/scope.ts';

const columns: Columns<OwnDisclosure> = {
  id: sql`entry.id`,
  at: sql`entry.at`,
  outcome: sql`entry.template ->> 'outcome'`,
};

/**
 * Whether `access_log.full_entry entry` is a read by the viewer under the viewer's mandate. False if its segments are erased: the entry
 * could be another's. Reads of only this list are left out, because each would add to the list. The date of the mandate's recording keeps
 * the rest of the log from being read.
 */
function isOwn({ principalId, mandateId, role }: Viewer): Sql<boolean> {
  const mandate = mandateId ?? null;
  return sql`(${isByPartner} and entry.role = ${role} and ${isReadBy(principalId ?? null)} and entry.template -> 'rootFields' <> '["Query.myMandate"]'::jsonb
    and entry.at >= (
      select date_trunc('day', own.recorded_at at time zone 'UTC') at time zone 'UTC' from recreation.mandate own where own.id = ${mandate}::uuid)
    and ${isNoAccountAct} and coalesce(entry.authority_ids = array[${mandate}::uuid], false))`;
}

/** Reads a page of the viewer's own numbered entries under its mandate, newest first. Each row has its number as `pageKey`. */
export function readOwnDisclosures(
  reader: Reader,
  viewer: Viewer,
  page: PageRequest,
  fields: ReadonlySet<string>,
): Promise<Page<OwnDisclosure>> {
  const listing = {
    columns: project(columns, fields),
    from: sql`access_log.full_entry entry`,
    where: isOwn(viewer),
    key: { expression: sql`entry.seq`, type: 'bigint' as const, descending: true },
    id: sql`entry.id`,
  };
  // The people of an entry are found by its key.
  return readPage<OwnDisclosure>(reader, listing, { ...page, keyless: false });
}

/**
 * Reads the people whom the viewer’s own entries showed, by the entry’s number. A person for whom everything was withheld was not shown.
 * The guard decides whether the mandate still covers a person.
 * @param numbers numbers of the viewer's own entries
 */
export async function readDisclosedPeople(
  reader: Reader,
  viewer: Viewer,
  numbers: readonly string[],
): Promise<ReadonlyMap<string, readonly Row<DisclosedPerson>[]>> {
  const { rows } = await sql<Row<DisclosedPerson> & { pageKey: string; subjectId: string }>`
    select about.seq::text as "pageKey", about.subject_id::text as "subjectId", ${viewOfPerson} -> 'released' as released
    from access_log.full_entry entry cross join lateral ${peopleOfEntry} about
    where entry.seq = any(${[...numbers]}::bigint[]) and ${isOwn(viewer)}
      and jsonb_array_length(${viewOfPerson} -> 'released') > 0
    order by about.seq, about.ordinal`.execute(reader.database);
  return Map.groupBy(
    rows.map((row) => aboutPerson(row, row.subjectId)),
    ({ pageKey }) => pageKey,
  );
}
