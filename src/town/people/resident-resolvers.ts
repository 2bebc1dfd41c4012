import type { Resolvers } from '../shared/graphql/generated/resolvers.ts';
import { readResident, readResidents } from './residents.ts';
import { viewerOf, fieldsOf, idFrom } from '../shared/graphql/viewer.ts';
import { connect } from '../shared/graphql/connection.ts';
import { withRelationships } from '../shared/graphql/with-relationships.ts';

const personColumns = ['Resident', 'Address'] as const;

export const residents: Resolvers = {
  Query: {
    me: withRelationships(async (_parent, _arguments, { request }) => {
      const viewer = viewerOf(request);
      const ids = viewer.principalId === undefined ? [] : [viewer.principalId];
      return (
        (await readResident(request.reader, request.plan?.scopeOf('Query.me'), viewer, ids, fieldsOf(request, ...personColumns))) ?? null
      );
    }),
    resident: withRelationships(async (_parent, { id }, { request }) => {
      const ids = [idFrom(request, id, 'Query.resident(id:)')];
      const scope = request.plan?.scopeOf('Query.resident');
      return (await readResident(request.reader, scope, viewerOf(request), ids, fieldsOf(request, ...personColumns))) ?? null;
    }),
    residents: withRelationships(async (_parent, { filter, orderBy, ...asked }, { request }) => {
      const order = orderBy ?? 'REGISTRATION';
      const scope = request.plan?.scopeOf('Query.residents');
      return connect(request, { list: 'Query.residents', type: 'ResidentConnection', filter, order }, asked, (page) =>
        readResidents(request.reader, scope, viewerOf(request), filter ?? {}, order, page, fieldsOf(request, ...personColumns)),
      );
    }),
  },
  Resident: {
    address: (row) => row,
  },
};
