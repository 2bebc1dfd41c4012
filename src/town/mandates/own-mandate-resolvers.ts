import type { DisclosedPerson } from '../shared/graphql/generated/schema.ts';
import type { Resolvers } from '../shared/graphql/generated/resolvers.ts';
import { readMandateById } from './mandates.ts';
import { readDisclosedPeople, readOwnDisclosures } from '../history/own-disclosures.ts';
import type { Row } from '../shared/rows/row.ts';
import { connect } from '../shared/graphql/connection.ts';
import { sortByShown } from '../shared/graphql/sort-by-shown.ts';
import { fieldsOf, shownEntryId, shownId, shownItem, viewerOf } from '../shared/graphql/viewer.ts';

export const ownMandate: Resolvers = {
  Query: {
    myMandate: async (_parent, _arguments, { request }) => {
      const viewer = viewerOf(request);
      if (request.plan?.scopeOf('Query.myMandate') !== 'MANDATE' || viewer.mandateId === undefined) return null;
      const mandate = await readMandateById(request.reader, 'MANDATE', viewer, viewer.mandateId, fieldsOf(request, 'Mandate'));
      if (!mandate) return null;
      request.seenSubjects.noteAuthority(viewer.mandateId);
      return { mandate };
    },
  },
  OwnMandate: {
    readBudget: async (_row, _arguments, { request }) =>
      (await request.readBudget()).map(({ endsAt, ...window }) => ({ ...window, endsAt: endsAt.toISOString() })),
    disclosures: (_row, asked, { request }) =>
      connect(request, { list: 'OwnMandate.disclosures', type: 'OwnDisclosureConnection' }, asked, (page) =>
        readOwnDisclosures(request.reader, viewerOf(request), page, fieldsOf(request, 'OwnDisclosure')),
      ),
  },
  OwnDisclosure: {
    id: (row, _arguments, { request }) => shownEntryId(request, String(row.id)),
    people: async (row, _arguments, { request }) => {
      const found = await request.loaders.load<readonly Row<DisclosedPerson>[]>('OwnDisclosure.people', String(row.pageKey), (numbers) =>
        readDisclosedPeople(request.reader, viewerOf(request), numbers),
      );
      // Two partners could match people by the order in which they were seen.
      return sortByShown(found ?? [], ({ subjectId }) => shownId(request, subjectId) ?? '');
    },
  },
  DisclosedPerson: {
    id: (row, _arguments, { request }) => shownItem(request, 'DisclosedPerson', String(row.pageKey), String(row.subjectId)),
    residentId: (row, _arguments, { request }) => shownId(request, row.subjectId),
  },
};
