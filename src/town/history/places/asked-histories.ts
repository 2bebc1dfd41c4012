import { sql, type Sql } from '../../../platform/sql/sql.ts';
import { instantOf, type EntryFilter } from '../entries/entry-filter.ts';
import { isAccountAct, purposeOfEntry } from '../entries/entry-parts.ts';
import type { PageRequest } from '../../shared/rows/page.ts';
import type { Viewer } from '../../shared/access/scope.ts';
import { toldInstant } from '../entries/told-instants.ts';

/** Which page of an access history to read. */
export interface HistoryRequest extends PageRequest {
  readonly residentId: string;
  /** Whether the reads of the viewer and of the person are included. */
  readonly includeOwn: boolean;
  readonly filter: EntryFilter;
}

/** A request, and its place among all that are read with it. */
export interface Placed {
  readonly request: HistoryRequest;
  readonly place: number;
}

// Before the first number, and after the last (bigint).
const [firstBound, lastBound] = ['-1', '9223372036854775807'];

/** The requests as rows `asked`, in one parameter: the text of a statement does not depend on their number. */
export function asRows(placed: readonly Placed[]): Sql {
  const rows = placed.map(({ place, request: { residentId, size, after, before, includeOwn, filter } }) => ({
    place,
    person_id: residentId,
    // One more than the page has, to know whether there are more.
    rows: size + 1,
    after: after?.[0] ?? lastBound,
    before: before?.[0] ?? firstBound,
    include_own: includeOwn,
    filtered: isFiltered(filter),
    since: filter.from && instantOf(filter.from),
    until: filter.until && instantOf(filter.until),
    role: filter.role,
    purpose: filter.purpose,
    of_account: filter.ofAccount,
  }));
  return sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) asked (place integer, person_id uuid, rows integer, after bigint, before bigint,
      include_own boolean, filtered boolean, since timestamptz, until timestamptz, role text, purpose text, of_account boolean)`;
}

/** The parts that at least one request asks for. A statement leaves out the other parts, so its plan fits the requests. */
export interface AskedParts {
  readonly after: boolean;
  readonly before: boolean;
  /** Whether all are for the viewer's own history. */
  readonly ofViewer: boolean;
  /** SQL: whether a request includes own reads. */
  readonly includeOwn: Sql<boolean>;
  /** SQL: whether `access_log.about about` is of an entry that the filter of a request finds. */
  readonly wanted: Sql<boolean>;
}

/** The parts of requests, for a statement over their rows. */
export function partsOf(placed: readonly Placed[], viewer: Viewer): AskedParts {
  const { principalId } = viewer;
  const some = (isAsked: (request: HistoryRequest) => unknown): boolean => placed.some(({ request }) => isAsked(request));
  const includesOwn = some(({ includeOwn }) => includeOwn);
  return {
    after: some(({ after }) => after),
    before: some(({ before }) => before),
    ofViewer: !some(({ residentId }) => residentId !== principalId),
    includeOwn: includesOwn ? sql`asked.include_own` : sql`false`,
    wanted: some(({ filter }) => isFiltered(filter)) ? isWanted(viewer) : sql`true`,
  };
}

function isFiltered(filter: EntryFilter): boolean {
  return Object.values(filter).some((value) => value !== undefined);
}

// `offset 0` makes PostgreSQL look up each row by its key. Otherwise it may read the whole log to join it.
const isWanted = (viewer: Viewer) => sql<boolean>`(not asked.filtered or exists (
    select from access_log.full_entry entry where entry.seq = about.seq and entry.month = about.month
      and (asked.since is null or ${toldAt(viewer)} >= asked.since) and (asked.until is null or ${toldAt(viewer)} < asked.until)
      and (asked.role is null or entry.role = asked.role) and (asked.purpose is null or ${purposeOfEntry} = asked.purpose)
      and (asked.of_account is null or ${isAccountAct} = asked.of_account) offset 0))`;

// The filter compares instants as the history shows them. Otherwise it would reveal the minute of a read that is shown by the day.
function toldAt(viewer: Viewer): Sql {
  return toldInstant(viewer, sql`about.subject_id`, sql`entry.at`);
}
