import type { Resolvers } from '../shared/graphql/generated/resolvers.ts';
import { readColleagues } from './employees.ts';
import { connect } from '../shared/graphql/connection.ts';
import { fieldsOf, viewerOf } from '../shared/graphql/viewer.ts';

export const colleagues: Resolvers = {
  Query: {
    colleagues: (_parent, asked, { request }) => {
      const scope = request.plan?.scopeOf('Query.colleagues');
      return connect(request, { list: 'Query.colleagues', type: 'EmployeeConnection' }, asked, (page) =>
        readColleagues(request.reader, scope, viewerOf(request), page, fieldsOf(request, 'Employee')),
      );
    },
  },
};
