import { answerWords } from '../../shared/resolver-parts.ts';
import type { RequestContext } from '../../../engine/request-context.ts';
import type { Resolvers } from '../../shared/graphql/generated/resolvers.ts';
import { ErasureRule, type AccessEntryFilter, type AccessEntrySubject, type RowScope } from '../../shared/graphql/generated/schema.ts';
import { readAccessEntries, readNewestNumber, type LogList } from '../entries/access-entries.ts';
import { readEntrySubjects } from '../entries/access-entry-subjects.ts';
import type { Page } from '../../shared/rows/page.ts';
import type { Row } from '../../shared/rows/row.ts';
import { disclosedCoordinates } from '../disclosed-coordinates.ts';
import { wantedEntries } from '../wanted-entries.ts';
import { viewerOf, fieldsOf, shownEntryId, shownItem, shownSubject, subjectFrom } from '../../shared/graphql/viewer.ts';
import { connect, type Connection, type PageArguments } from '../../shared/graphql/connection.ts';
import { employeeById } from '../../staff/employee-by-id.ts';
import { knownWord } from '../../shared/graphql/known-word.ts';
import { partnerById } from '../../mandates/partners/partner-by-id.ts';
import { sortByShown } from '../../shared/graphql/sort-by-shown.ts';

export const accessLog: Resolvers = {
  Query: {
    accessEntries: (_parent, asked, { request }) => entries(request, 'Query.accessEntries', 'ALL', asked),
    disclosures: (_parent, asked, { request }) => entries(request, 'Query.disclosures', 'DISCLOSURES', asked),
  },
  AccessEntryConnection: {
    notice: (_row, _arguments, { request }) => answerWords(request).notice('READS_CAN_BE_LEFT_OUT'),
    noticeCode: () => 'READS_CAN_BE_LEFT_OUT',
  },
  AccessEntry: {
    id: (row, _arguments, { request }) => shownEntryId(request, String(row.id)),
    partner: (row, _arguments, { request }) => partnerById(request, row.partner),
    employee: (row, _arguments, { request }) => employeeById(request, row.employee),
    erasureRule: (row) => knownWord(ErasureRule, row.erasureRule),
    erasureProposedBy: (row, _arguments, { request }) => employeeById(request, row.erasureProposedBy),
    erasureApprovedBy: (row, _arguments, { request }) => employeeById(request, row.erasureApprovedBy),
    subjects: async (row, _arguments, { request }) => {
      const scope = row.foundIn as RowScope;
      const sought = row.sought ?? undefined;
      if (typeof row.covered === 'string') request.seenSubjects.notePage(row.covered);
      const found = await request.loaders.load<readonly Row<AccessEntrySubject>[]>(
        `AccessEntry.subjects ${scope} ${sought ?? ''}`,
        String(row.pageKey),
        (numbers) => readEntrySubjects(request.reader, scope, viewerOf(request), sought, numbers, fieldsOf(request, 'AccessEntrySubject')),
      );
      // Sorted by pseudonym: the order in which people were seen would let the reader match them with a search.
      const people = sortByShown(found ?? [], (one) => pseudonymOf(request, one));
      if (isAboutAll(scope)) {
        request.seenSubjects.noteEntry(people.map((one) => ({ id: String(one.subjectId), withoutAccount: isWithoutAccount(one) })));
      }
      return people;
    },
  },
  AccessEntrySubject: {
    id: (row, _arguments, { request }) => shownItem(request, 'AccessEntrySubject', String(row.pageKey), String(row.subjectId)),
    pseudonym: (row, _arguments, { request }) => pseudonymOf(request, row),
    released: (row, _arguments, { request }) => [...disclosedCoordinates(request, row, row.released)],
    withheld: (row, _arguments, { request }) => [...disclosedCoordinates(request, row, row.withheld)],
  },
};

function pseudonymOf(request: RequestContext, row: Row<AccessEntrySubject>): string {
  return shownSubject(request, String(row.subjectId));
}

interface ListArguments extends PageArguments {
  readonly filter?: AccessEntryFilter | null | undefined;
  readonly pseudonym?: string | null | undefined;
}

function entries(
  request: RequestContext,
  field: string,
  list: LogList,
  { filter, pseudonym, ...page }: ListArguments,
): Promise<Connection> {
  const scope = request.plan?.scopeOf(field);
  const wanted = wantedEntries(filter);
  const sought = typeof pseudonym === 'string' ? subjectFrom(request, pseudonym, `${field}(pseudonym:)`) : undefined;
  const name = { list: field, type: 'AccessEntryConnection', filter: { ...filter, sought } } as const;
  return connect(request, name, page, async (asked) => {
    const known = sought === undefined || (await look(request, scope, sought));
    const fields = fieldsOf(request, 'AccessEntry');
    const found = await readAccessEntries(
      request.reader,
      scope,
      viewerOf(request),
      list,
      wanted,
      known ? sought : unknownId,
      asked,
      fields,
    );
    if (sought !== undefined) return found;
    const covered = coveredBy(scope, list, found.rows);
    // Entries that the filter leaves out lie between those of the page.
    const isFiltered = Object.values(wanted).some((value) => value !== undefined);
    return { ...found, rows: found.rows.map((row) => ({ ...row, covered: isFiltered ? coveredBy(scope, list, [row]) : covered })) };
  });
}

/** An id that belongs to no person. The pseudonym of a person who is no longer on record is answered like an unknown one. */
const unknownId = '00000000-0000-0000-0000-000000000000';

/**
 * Notes a look for the entries about one person, in the same way whatever it finds. The person's history and the cost of the look must not
 * depend on entries that can be sealed.
 * @returns false if there is no such person, or in a scope of few residents no relationship to the person
 */
async function look(request: RequestContext, scope: RowScope | undefined, sought: string): Promise<boolean> {
  await request.relationships?.ensure([sought]);
  const person = request.relationships?.get(sought);
  const isKnown = person !== undefined && (isAboutAll(scope) || person.fact.relationship !== 'NONE');
  if (isKnown) request.seenSubjects.mark(person, 'AccessEntry.subjects');
  if (isAboutAll(scope)) request.seenSubjects.noteLook(`PERSON 0-${await readNewestNumber(request.reader)}`);
  return isKnown;
}

/**
 * The text with which the header of the read's own access entry names entries that were read: list, lowest and highest number.
 * @param rows entries that follow each other, the newest first
 * @returns undefined if there are none, and in a scope of few residents: the numbers would reveal something about them, and a
 *   header contains no personal data
 */
function coveredBy(scope: RowScope | undefined, list: LogList, rows: Page['rows']): string | undefined {
  const [newest, oldest] = [rows[0], rows.at(-1)];
  return isAboutAll(scope) && newest && oldest ? `${list} ${oldest.pageKey}-${newest.pageKey}` : undefined;
}

/** Whether a scope has the entries of all people, under pseudonyms. */
function isAboutAll(scope: RowScope | undefined): boolean {
  return scope === 'ALL' || scope === 'MANDATE';
}

function isWithoutAccount({ withoutAccount }: Row): boolean {
  return withoutAccount === true;
}
