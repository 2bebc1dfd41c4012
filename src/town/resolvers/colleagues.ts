import type { Resolvers } from './generated.ts';
import { readColleagues } from '../records/employees.ts';
import { connect } from './connection.ts';
import { fieldsOf, viewerOf } from './viewer.ts';

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
