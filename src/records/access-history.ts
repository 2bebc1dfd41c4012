import { sql, type Sql } from '../sql.ts';
import { partnerRoles, partners } from '../partners.ts';
import { fieldsWithoutRecord } from '../generated/fields-without-record.ts';
import type { AccessHistoryEntry, AccessReader } from '../generated/schema.ts';
import { askedBy } from './access-entries.ts';
import { needOf } from './access-need.ts';
import { project, type Columns } from './columns.ts';
import { cutPage, type Page, type PageRequest } from './page.ts';
import { newestPlaces } from './newest-places.ts';
import type { Reader } from './reader.ts';
import type { PostingKind } from './postings.ts';
import { isWanted, type EntryFilter } from './entry-filter.ts';
import { aboutPerson, type Row } from './row.ts';
import type { Viewer } from './scope.ts';
import { isShown } from './shown-reads.ts';

/**
 * Root fields and commands that only list people or records, or concern no person. If the reader had no relationship to a data
 * subject, these only found the data subject; they did not open a record. A name that is not listed, such as that of a field that the
 * schema no longer has, counts as opening one.
 */
export const opensNoRecord: readonly string[] = [
  ...fieldsWithoutRecord,
  // Shows a partner whom it has read before.
  'Query.myMandate',
  // Logged by this name where it found nothing.
  'Query.node',
  // This command exports what the lists of the access log show.
  'export-log',
];

// Partners whose mandates do not name data subjects.
const unnamed = sql.lit(`{${partnerRoles.filter((role) => !partners[role].namesSubjects).join(',')}}`);

const isOfAccount = sql`entry.form ->> 'operationType' = 'account'`;

const view = sql`(entry.views -> coalesce(entry.seen[array_position(entry.subjects, page.subject_id)], 0)::integer)`;
const relationship = sql`(${view} ->> 'relationship')`;

const matters = { case: sql`entry.case_id`, mandate: sql`entry.mandate_ids[1]` };
const matter = (key: 'case' | 'mandate'): Sql => matters[key];

function columnsFor(viewer: Viewer, now: Date): Columns<AccessHistoryEntry, 'id'> & Columns<AccessReader> {
  const need = needOf(viewer, now, relationship, matter);
  return {
    ...askedBy(sql`entry.principal_id`),
    entryId: sql`entry.id`,
    at: sql`entry.at`,
    purpose: sql`entry.form ->> 'purpose'`,
    authority: sql`entry.form ->> 'authority'`,
    // Any other root field counts as opening a record, so that a search can't hide an opening.
    // A mandate that does not name data subjects covers everyone in the log: it does not show that this record was opened.
    kind: sql`case when ${isOfAccount} then 'ACCOUNT_USED' when (${relationship} = 'NONE' or entry.role = any(${unnamed}::text[])) and entry.form -> 'rootFields' <@ ${JSON.stringify(opensNoRecord)}::jsonb
      then 'APPEARED_IN_SEARCH' else 'RECORD_OPENED' end`,
    // Only if the case is the reason for the relationship. A case about another person, during which this person was only found,
    // must stay hidden.
    case: sql`case when ${relationship} in ('ENCOUNTER', 'ASSIGNED_TICKET', 'OPEN_REQUEST') then ${matter('case')}
      when ${relationship} = 'MANDATE' then ${matter('mandate')} end`,
    relationship,
    fields: sql`${view} -> 'released'`,
    categories: sql`${view} -> 'released'`,
    why: sql`jsonb_build_object('purpose', entry.form ->> 'purpose', 'relationship', ${relationship},
      'account', case when ${isOfAccount} then entry.form -> 'rootFields' ->> 0 end, 'identityChecked', entry.form -> 'rootFields' @> '["Mutation.confirmIdentity"]'::jsonb, 'need', ${need})`,
    need,
  };
}

/** Which page of each access history to read. */
export interface HistoryRequest extends PageRequest {
  /** Whether the reads of the viewer and of the person are included. */
  readonly includeOwn: boolean;
  readonly filter: EntryFilter;
}

/**
 * Reads a page of the access history of each resident, newest first. One statement reads all pages, and a second one counts if
 * counts are requested. The page is taken from the index by data subject before any join, so that its cost does not depend on
 * the length of the log. Erased openings are left out.
 * @returns pages by the resident's id
 */
export async function readAccessHistories(
  reader: Reader,
  viewer: Viewer,
  residentIds: readonly string[],
  request: HistoryRequest,
  fields: ReadonlySet<string>,
): Promise<ReadonlyMap<string, Page<AccessHistoryEntry>>> {
  const { backward = false, count, includeOwn, filter } = request;
  const shown = (kind?: PostingKind): Sql<boolean> => sql`${isShown(viewer, reader.now, includeOwn, kind)} and ${isOfWanted(filter)}`;
  const { rows } = await sql<Row<AccessHistoryEntry> & { subjectId: string }>`
    select owner.id::text as "subjectId", entry.seq::text as "pageKey", entry.id::text as "pageId",
      ${project(columnsFor(viewer, reader.now), fields)}
    from unnest(${[...residentIds]}::uuid[]) owner(id)
    cross join lateral (${newestPlaces(reader.now, shown, request)}) page
    -- By its key for each row of the page; for the order's sake the planner would walk the whole log instead.
    cross join lateral (
      select entry.* from access_log.full_entry entry where entry.seq = page.seq and entry.month = page.month offset 0
    ) entry
    order by page.seq ${sql.raw(backward ? 'asc' : 'desc')}`.execute(reader.database);
  const totals = count ? await countEach(reader, residentIds, shown()) : new Map<string, number>();
  const found = Map.groupBy(
    rows.map((row) => aboutPerson(row, row.subjectId)),
    ({ subjectId }) => subjectId,
  );
  return new Map(residentIds.map((id) => [id, { ...cutPage(found.get(id) ?? [], request), total: totals.get(id) ?? 0 }]));
}

/** Whether `access_log.about about` is of an entry that the filter finds. */
function isOfWanted(filter: EntryFilter): Sql<boolean> {
  if (Object.values(filter).every((value) => value === undefined)) return sql`true`;
  return sql`exists (select from access_log.full_entry entry where entry.seq = about.seq and entry.month = about.month and ${isWanted(filter)})`;
}

async function countEach(reader: Reader, residentIds: readonly string[], shown: Sql<boolean>): Promise<Map<string, number>> {
  const { rows } = await sql<{ subjectId: string; total: number }>`
    select about.subject_id::text as "subjectId", count(*)::int as total from access_log.about about
    where about.subject_id = any(${[...residentIds]}::uuid[]) and ${shown} group by about.subject_id`.execute(reader.database);
  return new Map(rows.map(({ subjectId, total }) => [subjectId, total]));
}

/** Reads the instant since which the access log is complete. */
export async function readCoverage(reader: Reader): Promise<{ readonly since: string }> {
  const { rows } = await sql<{ since: string }>`select coverage.since from access_log.coverage coverage`.execute(reader.database);
  return rows[0]!;
}
