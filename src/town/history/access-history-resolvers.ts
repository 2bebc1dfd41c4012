import { answerWords } from '../shared/resolver-parts.ts';
import { DATA_SUBJECT, aboutPerson } from '../../engine/rows/row.ts';
import type { Resolvers } from '../shared/graphql/generated/resolvers.ts';
import { type AccessLogCoverage, ErasureRule, Purpose, Relationship, Role } from '../shared/graphql/generated/schema.ts';
import { readAccessHistories, readCoverage } from './places/access-history.ts';
import type { HistoryRequest } from './places/asked-histories.ts';
import { emptyPage } from '../shared/rows/first-pages.ts';
import type { Page, PageRequest } from '../shared/rows/page.ts';
import type { Row } from '../shared/rows/row.ts';
import type { Need, Reason } from '../wording/reason.ts';
import { viewerOf, fieldsOf, logReaderOf, shownEntryId, shownItem } from '../shared/graphql/viewer.ts';
import { connect } from '../shared/graphql/connection.ts';
import { employeeById } from '../staff/employee-by-id.ts';
import { knownWord } from '../shared/graphql/known-word.ts';
import { needRow } from '../shared/graphql/need-row.ts';
import { partnerById } from '../mandates/partners/partner-by-id.ts';
import { disclosedCoordinates } from './disclosed-coordinates.ts';
import { wantedEntries } from './wanted-entries.ts';

export const accessHistory: Resolvers = {
  Resident: {
    accessHistory: async (row, { includeOwn, filter, ...asked }, { request }) => {
      const residentId = String(row.id);
      const fields = fieldsOf(request, 'AccessHistoryEntry', 'AccessReader');
      const read = async (page: PageRequest): Promise<Page> => {
        const wanted: HistoryRequest = { ...page, residentId, includeOwn, filter: wantedEntries(filter) };
        const readAll = (all: readonly HistoryRequest[]): Promise<ReadonlyMap<HistoryRequest, Page>> =>
          readAccessHistories(request.reader, viewerOf(request), all, fields);
        return (await request.loaders.load('Resident.accessHistory', wanted, readAll)) ?? emptyPage;
      };
      const name = {
        list: `Resident.accessHistory ${residentId}`,
        type: 'AccessHistoryConnection',
        filter: { includeOwn, ...filter },
      } as const;
      return aboutPerson(await connect(request, name, asked, read), residentId);
    },
  },
  AccessHistoryConnection: {
    notice: (_row, _arguments, { request }) => answerWords(request).notice('READS_CAN_BE_LEFT_OUT'),
    noticeCode: () => 'READS_CAN_BE_LEFT_OUT',
    coverage: (_row, _arguments, { request }) =>
      request.loaders.load<Row<AccessLogCoverage>>(
        'AccessLogCoverage',
        'log',
        async () => new Map([['log', { ...(await readCoverage(request.reader)) }]]),
      ),
  },
  AccessHistoryEntry: {
    // One entry can be about several people and appear in the history of each.
    id: (row, _arguments, { request }) => shownItem(request, 'AccessHistoryEntry', String(row.pageId), String(row.subjectId)),
    entryId: (row, _arguments, { request }) => (typeof row.entryId === 'string' ? shownEntryId(request, row.entryId) : null),
    by: (row) => row,
    purpose: (row) => knownWord(Purpose, row.purpose),
    why: (row, _arguments, { request }) => answerWords(request).why(row.why as unknown as Reason),
    erasureRule: (row) => knownWord(ErasureRule, row.erasureRule),
    relationship: (row) => knownWord(Relationship, row.relationship),
    need: (row, _arguments, { request }) => (row.need ? aboutPerson(needRow(request, row.need as Need), row[DATA_SUBJECT]) : null),
    fields: (row, _arguments, { request }) => answerWords(request).fields(disclosedCoordinates(request, row, row.fields)),
    categories: (row, _arguments, { request }) => answerWords(request).categories(disclosedCoordinates(request, row, row.categories)),
    // A pseudonym: the case's own id would let two readers of the same case match their entries.
    case: (row, _arguments, { request }) =>
      typeof row.case === 'string' ? request.pseudonyms.disguise(`case ${logReaderOf(request)}`, row.case) : null,
  },
  AccessReader: {
    role: (row) => knownWord(Role, row.role),
    partner: (row, _arguments, { request }) => partnerById(request, row.partner),
    employee: (row, _arguments, { request }) => employeeById(request, row.employee),
  },
};
