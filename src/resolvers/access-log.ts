import type { RequestContext } from '../context.ts';
import type { Resolvers } from './generated.ts';
import type { AccessEntrySubject, RowScope } from '../generated/schema.ts';
import { readAccessEntries, type LogList } from '../records/access-entries.ts';
import { readEntrySubjects } from '../records/access-entry-subjects.ts';
import type { Page } from '../records/page.ts';
import type { Row } from '../records/row.ts';
import { toldCoordinates } from './told-coordinates.ts';
import { viewerOf, fieldsOf, logReaderOf, shownEntryId } from './viewer.ts';
import { connect, type Connection, type PageArguments } from './connection.ts';
import { employeeById } from './employee-by-id.ts';
import { partnerById } from './partner-by-id.ts';
import { sealNotice } from './seal-notice.ts';

export const accessLog: Resolvers = {
  Query: {
    accessEntries: (_parent, page, { request }) => entries(request, 'Query.accessEntries', 'ALL', page),
    disclosures: (_parent, page, { request }) => entries(request, 'Query.disclosures', 'DISCLOSURES', page),
  },
  AccessEntryConnection: {
    notice: () => sealNotice,
  },
  AccessEntry: {
    id: (row, _arguments, { request }) => shownEntryId(request, String(row.id)),
    partner: (row, _arguments, { request }) => partnerById(request, row.partner),
    employee: (row, _arguments, { request }) => employeeById(request, row.employee),
    subjects: async (row, _arguments, { request }) => {
      const scope = row.foundIn as RowScope;
      if (typeof row.covered === 'string') request.seenSubjects.notePage(row.covered);
      const found = await request.loaders.load<readonly Row<AccessEntrySubject>[]>(
        `AccessEntry.subjects ${scope}`,
        String(row.pageKey),
        (numbers) => readEntrySubjects(request.reader, scope, viewerOf(request), numbers, fieldsOf(request, 'AccessEntrySubject')),
      );
      // Sorted by pseudonym: the order in which people were seen would let the reader match them with a search.
      return (found ?? []).toSorted((one, other) => (pseudonymOf(request, one) < pseudonymOf(request, other) ? -1 : 1));
    },
  },
  AccessEntrySubject: {
    pseudonym: (row, _arguments, { request }) => pseudonymOf(request, row),
    released: (row, _arguments, { request }) => [...toldCoordinates(request, row, row.released)],
    withheld: (row, _arguments, { request }) => [...toldCoordinates(request, row, row.withheld)],
  },
};

function pseudonymOf(request: RequestContext, row: Row<AccessEntrySubject>): string {
  return request.pseudonyms.name(logReaderOf(request), String(row.subjectId));
}

function entries(request: RequestContext, field: string, list: LogList, page: PageArguments): Promise<Connection> {
  const scope = request.plan?.scopeOf(field);
  return connect(request, { list: field, type: 'AccessEntryConnection' }, page, async (asked) => {
    const found = await readAccessEntries(request.reader, scope, viewerOf(request), list, asked, fieldsOf(request, 'AccessEntry'));
    const covered = coveredBy(scope, list, found);
    return { ...found, rows: found.rows.map((row) => ({ ...row, covered })) };
  });
}

/**
 * The text with which the header of the read's own access entry names the page that was read: list, lowest and highest number.
 * @param page the newest entry first
 * @returns undefined for an empty page, and in a scope of few residents: the numbers would reveal something about them, and a
 *   header contains no personal data
 */
function coveredBy(scope: RowScope | undefined, list: LogList, { rows }: Page): string | undefined {
  const [newest, oldest] = [rows[0], rows.at(-1)];
  return (scope === 'ALL' || scope === 'MANDATE') && newest && oldest ? `${list} ${oldest.pageKey}-${newest.pageKey}` : undefined;
}
