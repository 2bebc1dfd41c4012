import type { Reader } from '../../../engine/rows/reader.ts';
import { aboutPerson } from '../../../engine/rows/row.ts';
import { sql, textArray, type Sql } from '../../../platform/sql/sql.ts';
import { partnerRoles, partners } from '../../policy/partners/partners.ts';
import { fieldsWithoutRecord } from '../../shared/graphql/generated/fields-without-record.ts';
import type { AccessHistoryEntry, AccessReader } from '../../shared/graphql/generated/schema.ts';
import { askedBy } from '../entries/access-entries.ts';
import { asRows, partsOf, type AskedParts, type HistoryRequest, type Placed } from './asked-histories.ts';
import { needOf } from '../access-need.ts';
import { project, type Columns } from '../../shared/rows/columns.ts';
import { countPlaces } from './count-places.ts';
import { erasureRule, isAccountAct, isErasure } from '../entries/entry-parts.ts';
import { cutPage, type Page } from '../../shared/rows/page.ts';
import { newestPlaces } from './newest-places.ts';
import { placesByDay } from './places-by-day.ts';
import type { PostingKind } from '../../../log/store/numbering/postings.ts';
import type { Row } from '../../shared/rows/row.ts';
import type { Viewer } from '../../shared/access/scope.ts';
import { isShown } from '../entries/shown-reads.ts';
import { readElsewhere, toldInstant } from '../entries/told-instants.ts';

/**
 * Root fields and commands that only list people or records, or concern no person. If the reader had no relationship to a data
 * subject, these only found the data subject; they did not open a record. A name that is not listed, such as that of a field that the
 * schema no longer has, counts as opening one.
 */
export const opensNoRecord: readonly string[] = [
  ...fieldsWithoutRecord,
  // Shows a partner the people whom it has read before.
  'Query.myMandate',
  // Logged by this name if it found nothing.
  'Query.node',
  // This command exports what the lists of the access log show.
  'export-log',
];

// Partners whose mandates do not name data subjects.
const unnamed = sql.raw(textArray(partnerRoles.filter((role) => !partners[role].namesSubjects)));

const view = sql`(entry.views -> coalesce(entry.seen[array_position(entry.subjects, page.subject_id)], 0)::integer)`;
const relationship = sql`(${view} ->> 'relationship')`;

/** The act of an employee on the claim of a record; null for other entries. */
const claimAct = sql`case when entry.template ->> 'outcome' = 'ANSWERED' then case entry.template -> 'rootFields' ->> 0 ${sql.join(
  Object.entries({ issueClaimCode: 'ISSUED', confirmClaim: 'CONFIRMED', contestClaim: 'CONTESTED', undoClaim: 'UNDONE' }).map(
    ([field, act]) => sql`when ${sql.lit(`Mutation.${field}`)} then ${sql.lit(act)}`,
  ),
  sql` `,
)} end end`;

/** The number of entries from which an erasure took the person's part; null for other entries. An erasure is about one person. */
const erasedEntries = sql`(case when ${isErasure} then (
  select count(distinct split_part(place, '/', 1))::integer from unnest(entry.erases) place) end)`;

const neededIds = { case: sql`entry.case_id`, mandate: sql`entry.authority_ids[1]` };

function columnsFor(viewer: Viewer, now: Date): Columns<AccessHistoryEntry, 'id'> & Columns<AccessReader> {
  const told = (instant: Sql): Sql => toldInstant(viewer, sql`page.subject_id`, instant);
  const need = needOf(viewer, now, relationship, neededIds, sql`page.subject_id`, told);
  return {
    ...askedBy(sql`entry.principal_id`),
    entryId: sql`entry.id`,
    at: told(sql`entry.at`),
    purpose: sql`entry.template ->> 'purpose'`,
    authority: sql`entry.template ->> 'authority'`,
    // Any other root field counts as opening a record, so that a search can't hide that a record was opened.
    // A mandate that does not name data subjects covers everyone in the log: it does not show that this record was opened.
    kind: sql`case when ${isAccountAct} then 'ACCOUNT_USED' when ${isErasure} then 'ENTRIES_ERASED' when (${relationship} = 'NONE' or entry.role = any(${unnamed})) and entry.template -> 'rootFields' <@ ${JSON.stringify(opensNoRecord)}::jsonb
      then 'APPEARED_IN_SEARCH' else 'RECORD_OPENED' end`,
    // Only if the case is the reason for the relationship. A case about another person, during which this person was only found,
    // must stay hidden.
    case: sql`case when ${relationship} in ('ENCOUNTER', 'ASSIGNED_TICKET', 'OPEN_REQUEST') then ${neededIds.case}
      when ${relationship} = 'MANDATE' then ${neededIds.mandate} end`,
    erasureRule,
    erasedEntries,
    relationship,
    fields: sql`${view} -> 'released'`,
    categories: sql`${view} -> 'released'`,
    why: sql`jsonb_build_object('purpose', entry.template ->> 'purpose', 'relationship', ${relationship},
      'account', case when ${isAccountAct} then entry.template -> 'rootFields' ->> 0 end, 'app', case when ${isAccountAct} then entry.template -> 'rootFields' ->> 1 end, 'identityChecked', entry.template -> 'rootFields' @> '["Mutation.confirmIdentity"]'::jsonb, 'claim', ${claimAct}, 'erasure', case when ${isErasure} then jsonb_build_object('rule', ${erasureRule}, 'entries', ${erasedEntries}) end, 'need', ${need})`,
    need,
  };
}

/**
 * Reads pages of access histories, newest first. One statement reads all pages, and a second one counts if counts are requested,
 * however many pages there are. A page is taken from the index by data subject before any join, so that its cost does not depend on
 * the length of the log. Erased segments are left out.
 * @param requests all of an operation: with or without counts
 */
export async function readAccessHistories(
  reader: Reader,
  viewer: Viewer,
  requests: readonly HistoryRequest[],
  fields: ReadonlySet<string>,
): Promise<ReadonlyMap<HistoryRequest, Page<AccessHistoryEntry>>> {
  const placed = requests.map((request, place) => ({ request, place }));
  const elsewhere = await readElsewhere(reader, viewer, requests);
  const pages = [false, true].flatMap((backward) => {
    const ofDirection = placed.filter(({ request }) => (request.backward ?? false) === backward);
    const [byDay, others] = [true, false].map((is) => ofDirection.filter(({ request }) => elsewhere.has(request.residentId) === is));
    return [...pagesOf(reader, viewer, backward, others!), ...pagesByDay(reader, viewer, backward, byDay!)];
  });
  const { rows } = await sql<Row<AccessHistoryEntry> & { place: number; subjectId: string }>`
    select page.place, page.subject_id::text as "subjectId", entry.seq::text as "pageKey", entry.id::text as "pageId",
      ${project(columnsFor(viewer, reader.now), fields)}
    from (${sql.join(pages, sql` union all `)}) page
    -- Joined by key for each row of the page. For the order, the planner would otherwise walk the whole log.
    cross join lateral (
      select entry.* from access_log.full_entry entry where entry.seq = page.seq and entry.month = page.month offset 0
    ) entry
    order by page.turn`.execute(reader.database);
  const totals = requests.some(({ count }) => count) ? await countEach(reader, viewer, requests) : undefined;
  const found = Map.groupBy(rows, ({ place }) => place);
  return new Map(
    placed.map(({ request, place }) => {
      const read = (found.get(place) ?? []).map((row) => aboutPerson(row, row.subjectId));
      return [request, { ...cutPage(read, request), total: totals?.get(listOf(request)) ?? 0 }];
    }),
  );
}

/** The statement that finds the entries of the pages of one direction; none if there are no such pages. */
function pagesOf(reader: Reader, viewer: Viewer, backward: boolean, placed: readonly Placed[]): Sql[] {
  if (placed.length === 0) return [];
  const parts = partsOf(placed, viewer);
  return [
    sql`
    select asked.place, page.*, ${sql.raw(backward ? '' : '-')}page.seq as turn from ${asRows(placed)}
    cross join lateral (${newestPlaces(reader.now, isShownAmong(reader, viewer, parts), backward, parts)}) page`,
  ];
}

/** The same for people who live elsewhere than the viewer: by the day, and in an order that does not depend on the time of the day. */
function pagesByDay(reader: Reader, viewer: Viewer, backward: boolean, placed: readonly Placed[]): Sql[] {
  if (placed.length === 0) return [];
  const parts = partsOf(placed, viewer);
  const places = placesByDay(viewer, isShownAmong(reader, viewer, parts)(undefined), backward, parts);
  return [sql`select asked.place, page.* from ${asRows(placed)} cross join lateral (${places}) page`];
}

type IsShown = (kind: PostingKind | undefined) => Sql<boolean>;

function isShownAmong(reader: Reader, viewer: Viewer, { ofViewer, includeOwn, wanted }: AskedParts): IsShown {
  return (kind) => sql`${isShown(viewer, reader.now, includeOwn, { ...(kind !== undefined && { kind }), ofViewer })} and ${wanted}`;
}

/** A key that is the same for all requests for pages of one list. */
function listOf({ residentId, includeOwn, filter }: HistoryRequest): string {
  return JSON.stringify([residentId, includeOwn, filter]);
}

/** Counts each list once. @returns totals by `listOf` */
async function countEach(reader: Reader, viewer: Viewer, requests: readonly HistoryRequest[]): Promise<ReadonlyMap<string, number>> {
  const lists = new Map(requests.map((request) => [listOf(request), request]));
  const placed = [...lists.values()].map((request, place) => ({ request, place }));
  const { rows } = await sql<{ place: number; total: number }>`
    select asked.place, counted.total from ${asRows(placed)}
    cross join lateral (${countPlaces(reader.now, isShownAmong(reader, viewer, partsOf(placed, viewer)))}) counted`.execute(
    reader.database,
  );
  const names = [...lists.keys()];
  return new Map(rows.map(({ place, total }) => [names[place]!, total]));
}

/** Reads the instant since which the access log is complete. */
export async function readCoverage(reader: Reader): Promise<{ readonly since: string }> {
  const { rows } = await sql<{ since: string }>`select coverage.since from access_log.coverage coverage`.execute(reader.database);
  return rows[0]!;
}
