import type { Resolvers } from '../shared/graphql/generated/resolvers.ts';
import type { Guardianship, HouseholdMember } from '../shared/graphql/generated/schema.ts';
import { readGuardianships, readHomes, readMembers } from './households.ts';
import type { Row } from '../shared/rows/row.ts';
import { fieldsOf, shownItem } from '../shared/graphql/viewer.ts';
import { residentById } from './resident-by-id.ts';

export const households: Resolvers = {
  Resident: {
    household: (row, _arguments, { request }) =>
      request.loaders.load('Resident.household', String(row.id), (ids) => readHomes(request.reader, ids, fieldsOf(request, 'Household'))),
    guardianships: async (row, _arguments, { request }) => {
      const found = await request.loaders.load<readonly Row<Guardianship>[]>('Resident.guardianships', String(row.id), (ids) =>
        readGuardianships(request.reader, ids, fieldsOf(request, 'Guardianship'), request.reader.today),
      );
      return found ?? [];
    },
  },
  Household: {
    members: async (row, _arguments, { request }) => {
      const found = await request.loaders.load<readonly Row<HouseholdMember>[]>('Household.members', String(row.id), (ids) =>
        readMembers(request.reader, ids, fieldsOf(request, 'HouseholdMember'), request.reader.today),
      );
      return found ?? [];
    },
  },
  HouseholdMember: {
    id: (row, _arguments, { request }) => shownItem(request, 'HouseholdMember', String(row.id)),
  },
  Guardianship: {
    id: (row, _arguments, { request }) => shownItem(request, 'Guardianship', String(row.guardianId), String(row.minorId)),
    minor: (row, _arguments, { request }) => residentById(request, row.minorId),
  },
};
