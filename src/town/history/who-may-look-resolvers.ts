import { DATA_SUBJECT, aboutPerson } from '../../engine/rows/row.ts';
import type { Resolvers } from '../shared/graphql/generated/resolvers.ts';
import { readAccessGrounds } from './access-grounds.ts';
import type { Need } from '../wording/reason.ts';
import { needRow } from '../shared/graphql/need-row.ts';
import { partnerById } from '../mandates/partners/partner-by-id.ts';
import { fieldsOf, shownItem, viewerOf } from '../shared/graphql/viewer.ts';

export const whoMayLook: Resolvers = {
  Query: {
    whoMayLook: async (_parent, { kind }, { request }) => {
      const scope = request.plan?.scopeOf('Query.whoMayLook');
      return [...(await readAccessGrounds(request.reader, scope, viewerOf(request), kind, fieldsOf(request, 'AccessGround')))];
    },
  },
  AccessGround: {
    id: (row, _arguments, { request }) => shownItem(request, 'AccessGround', String(row.pageId)),
    partner: (row, _arguments, { request }) => partnerById(request, row.partner),
    need: (row, _arguments, { request }) => (row.need ? aboutPerson(needRow(request, row.need as Need), row[DATA_SUBJECT]) : null),
  },
};
