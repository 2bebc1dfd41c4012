import type { Resolvers } from './generated.ts';
import { countWebVisits, readWebVisits } from '../records/web-visits.ts';
import { fieldsOf } from './viewer.ts';
import { connect } from './connection.ts';

export const webVisits: Resolvers = {
  Query: {
    webVisits: (_parent, { first, after }, { request }) => {
      const scope = request.plan?.scopeOf('Query.webVisits');
      return connect(request, { list: 'Query.webVisits', type: 'WebVisitConnection' }, { first, after }, (page) =>
        readWebVisits(request.reader, scope, page, fieldsOf(request, 'WebVisit')),
      );
    },
    webVisitStatistics: async (_parent, { by }, { request }) => {
      const counts = await countWebVisits(request.reader, request.plan?.scopeOf('Query.webVisitStatistics'), by ?? 'SECTION');
      return counts.map(({ value, visits }) => ({ value, visits }));
    },
  },
};
