import type { Resolvers } from '../../shared/graphql/generated/resolvers.ts';
import { MandateStatus } from '../../shared/graphql/generated/schema.ts';
import { readPartners } from './partners.ts';
import { connect } from '../../shared/graphql/connection.ts';
import { partnerById } from './partner-by-id.ts';
import { fieldsOf, viewerOf } from '../../shared/graphql/viewer.ts';

export const partners: Resolvers = {
  Query: {
    partners: (_parent, { first, after, last, before, ...wanted }, { request }) => {
      const scope = request.plan?.scopeOf('Query.partners');
      const asked = { first, after, last, before };
      return connect(request, { list: 'Query.partners', type: 'PartnerOverviewConnection', filter: wanted }, asked, (page) =>
        readPartners(request.reader, scope, viewerOf(request), wanted, page, fieldsOf(request, 'PartnerOverview')),
      );
    },
  },
  PartnerOverview: {
    partner: async (row, _arguments, { request }) => (await partnerById(request, row.partner))!,
    mandateCounts: ({ mandateCounts }) => {
      const counts = mandateCounts as Readonly<Partial<Record<MandateStatus, number>>>;
      return Object.values(MandateStatus).map((status) => ({ status, mandates: counts[status] ?? 0 }));
    },
  },
};
