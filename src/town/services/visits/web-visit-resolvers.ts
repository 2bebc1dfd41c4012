import type { RequestContext } from '../../../engine/request-context.ts';
import type { Resolvers } from '../../shared/graphql/generated/resolvers.ts';
import type { RowScope } from '../../shared/graphql/generated/schema.ts';
import { countWebVisits, needsStatistics, readWebVisits, type VisitStatistics } from './web-visits.ts';
import { fieldsOf, shownItem } from '../../shared/graphql/viewer.ts';
import { connect } from '../../shared/graphql/connection.ts';

export const webVisits: Resolvers = {
  Query: {
    webVisits: (_parent, asked, { request }) => {
      const scope = request.plan?.scopeOf('Query.webVisits');
      const fields = fieldsOf(request, 'WebVisit');
      return connect(request, { list: 'Query.webVisits', type: 'WebVisitConnection' }, asked, async (page) => {
        // Counted before the rows are read: a value that appears meanwhile is not shown.
        const statistics = needsStatistics(fields) ? await statisticsOf(request, scope) : undefined;
        return readWebVisits(request.reader, scope, statistics, page, fields);
      });
    },
    webVisitStatistics: async (_parent, { by }, { request }) => {
      const counts = await statisticsOf(request, request.plan?.scopeOf('Query.webVisitStatistics'));
      const dimension = by ?? 'SECTION';
      return (counts?.[dimension] ?? []).map(({ value, visits }) => ({
        id: shownItem(request, 'WebVisitStatistic', dimension, value),
        value,
        visits,
      }));
    },
  },
  WebVisit: {
    id: (row, _arguments, { request }) => shownItem(request, 'WebVisit', String(row.id)),
  },
};

/** The statistics, counted once for an operation. */
async function statisticsOf(request: RequestContext, scope: RowScope | undefined): Promise<VisitStatistics | undefined> {
  const read = async (): Promise<ReadonlyMap<string, VisitStatistics>> => new Map([['all', await countWebVisits(request.reader, scope)]]);
  return (await request.loaders.load(`WebVisitStatistic ${scope}`, 'all', read)) ?? undefined;
}
