import { writeNewCard } from './card-writes.ts';
import { readResident, readResidentByCard } from '../people/residents.ts';
import type { Resolvers } from '../shared/graphql/generated/resolvers.ts';
import { touch } from '../shared/graphql/check-input.ts';
import { fieldsOf, idFrom, viewerOf } from '../shared/graphql/viewer.ts';
import { withRelationships } from '../shared/graphql/with-relationships.ts';

const personColumns = ['Resident', 'Address'] as const;

export const cards: Resolvers = {
  Query: {
    residentByCard: withRelationships(async (_parent, { cardNumber }, { request }) => {
      const scope = request.plan?.scopeOf('Query.residentByCard');
      // The number of no card finds no resident, and neither does the number of a replaced card.
      const digits = cardNumber.replaceAll(/[\s-]/g, '');
      return (await readResidentByCard(request.reader, scope, viewerOf(request), digits, fieldsOf(request, ...personColumns))) ?? null;
    }),
  },
  Mutation: {
    replaceCard: async (_parent, { input }, { request }) => {
      const id = idFrom(request, input.residentId, 'ReplaceCardInput.residentId');
      const scope = request.plan?.scopeOf('Mutation.replaceCard');
      const viewer = viewerOf(request);
      await touch(request, id, 'Mutation.replaceCard');
      await writeNewCard(request.reader, scope, viewer, id, request.newId());
      return { resident: (await readResident(request.reader, scope, viewer, [id], fieldsOf(request, ...personColumns))) ?? null };
    },
  },
};
