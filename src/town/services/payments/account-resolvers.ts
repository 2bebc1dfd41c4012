import { aboutPerson } from '../../../engine/rows/row.ts';
import type { Resolvers } from '../../shared/graphql/generated/resolvers.ts';
import { readAccounts, readAccountsOf } from './accounts.ts';
import { viewerOf, fieldsOf, shownItem } from '../../shared/graphql/viewer.ts';
import { connect } from '../../shared/graphql/connection.ts';
import { residentById } from '../../people/resident-by-id.ts';

export const accounts: Resolvers = {
  Query: {
    accounts: (_parent, { overdue, ...asked }, { request }) => {
      const scope = request.plan?.scopeOf('Query.accounts');
      return connect(request, { list: 'Query.accounts', type: 'AccountConnection', filter: { overdue } }, asked, (page) =>
        readAccounts(request.reader, scope, viewerOf(request), overdue ?? undefined, page, fieldsOf(request, 'Account')),
      );
    },
  },
  Resident: {
    account: async (row, _arguments, { request }) => {
      const residentId = String(row.id);
      const found = await request.loaders.load('Resident.account', residentId, (ids) =>
        readAccountsOf(request.reader, ids, fieldsOf(request, 'Account')),
      );
      // A resident without an account looks like one whose account is withheld.
      return found ?? aboutPerson({ residentId }, residentId);
    },
  },
  Account: {
    id: (row, _arguments, { request }) => shownItem(request, 'Account', String(row.residentId)),
    resident: (row, _arguments, { request }) => residentById(request, row.residentId),
  },
};
