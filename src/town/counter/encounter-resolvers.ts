import type { CaseKind } from '../shared/access/open-case.ts';
import type { RequestContext } from '../../engine/request-context.ts';
import type { EncounterPayload, HouseholdMember, Resident } from '../shared/graphql/generated/schema.ts';
import { PrivacyError } from '../../platform/errors/errors.ts';
import type { Resolvers } from '../shared/graphql/generated/resolvers.ts';
import { readIdentifications, readOpenEncounter, readOwnEncounter, readServed } from './encounters.ts';
import { readService, writeEncounter, writeEncounterEnd, writeEncounterPurpose } from './encounter-writes.ts';
import { readPrivacyRequest } from '../requests/privacy-requests.ts';
import type { Row } from '../shared/rows/row.ts';
import { readTicket } from '../helpdesk/tickets/tickets.ts';
import { viewerOf, fieldsOf, idFrom, shownItem } from '../shared/graphql/viewer.ts';
import { employeeById } from '../staff/employee-by-id.ts';
import { residentById } from '../people/resident-by-id.ts';
import { withRelationships } from '../shared/graphql/with-relationships.ts';
import { touch } from '../shared/graphql/check-input.ts';

/** The object type of each kind of case, and the function that reads it. */
const cases = {
  ENCOUNTER: { __typename: 'Encounter', read: readOwnEncounter },
  TICKET: { __typename: 'Ticket', read: readTicket },
  REQUEST: { __typename: 'PrivacyRequest', read: readPrivacyRequest },
} as const satisfies Record<CaseKind, unknown>;

export const encounters: Resolvers = {
  Query: {
    currentCase: async (_parent, _arguments, { request }) => {
      const named = request.declaration?.openCase;
      if (!named) return null;
      const { __typename, read } = cases[named.kind as CaseKind];
      const scope = request.plan?.scopeOf('Query.currentCase');
      const row = await read(request.reader, scope, viewerOf(request), named.id, fieldsOf(request, __typename));
      return row ? { ...row, __typename } : null;
    },
    openEncounter: async (_parent, _arguments, { request }) => {
      const scope = request.plan?.scopeOf('Query.openEncounter');
      return (await readOpenEncounter(request.reader, scope, viewerOf(request), fieldsOf(request, 'Encounter'))) ?? null;
    },
    identifications: async (_parent, { from, until }, { request }) => {
      const scope = request.plan?.scopeOf('Query.identifications');
      return [...(await readIdentifications(request.reader, scope, new Date(from), new Date(until)))];
    },
  },
  Mutation: {
    startEncounter: async (_parent, { input }, { request }) => {
      const residentId = idFrom(request, input.residentId, 'StartEncounterInput.residentId');
      const purpose = request.declaration?.purpose;
      if (purpose === undefined) throw new PrivacyError('PURPOSE_REQUIRED');
      const id = request.newId();
      await request.chargeAct('UNSERVED_ENCOUNTER', residentId);
      const scope = request.plan?.scopeOf('Mutation.startEncounter');
      const service = { id, residentId, purpose, identifiedBy: input.identifiedBy };
      const ended = await writeEncounter(request.reader, scope, viewerOf(request), service);
      for (const one of ended) request.endedCases.add(one);
      return changed(request, residentId, id, 'Mutation.startEncounter');
    },
    changeEncounterPurpose: async (_parent, { input }, { request }) => {
      const id = idFrom(request, input.encounterId, 'ChangeEncounterPurposeInput.encounterId');
      const purpose = request.declaration?.purpose;
      if (purpose === undefined) throw new PrivacyError('PURPOSE_REQUIRED');
      const scope = request.plan?.scopeOf('Mutation.changeEncounterPurpose');
      const { residentId, purpose: before } = await readService(request.reader, scope, viewerOf(request), id);
      await touch(request, residentId, 'Mutation.changeEncounterPurpose');
      // Charged like an encounter that begins for that purpose. Otherwise an encounter for a purpose with a high limit could continue for
      // one with a low limit.
      await request.chargeAct('UNSERVED_ENCOUNTER', residentId);
      await writeEncounterPurpose(request.reader, id, purpose);
      // The case ends for its former purpose.
      if (before !== purpose) request.endedCases.add(id);
      return changed(request, residentId, id, 'Mutation.changeEncounterPurpose');
    },
    endEncounter: async (_parent, { input }, { request }) => {
      const id = idFrom(request, input.encounterId, 'EndEncounterInput.encounterId');
      const residentId = await writeEncounterEnd(request.reader, viewerOf(request), id);
      request.endedCases.add(id);
      return changed(request, residentId, id, 'Mutation.endEncounter');
    },
  },
  Identifications: {
    id: (row, _arguments, { request }) => shownItem(request, 'Identifications', 'clerk', String(row.employee)),
    employee: (row, _arguments, { request }) => employeeById(request, row.employee),
  },
  Encounter: {
    resident: withRelationships((row, _arguments, { request }) => residentById(request, row.residentId)),
    people: withRelationships(async (row, _arguments, { request }) => {
      const found = await request.loaders.load<readonly Row<Resident & HouseholdMember>[]>(
        'Encounter.people',
        String(row.residentId),
        (ids) => readServed(request.reader, ids, fieldsOf(request, 'Resident', 'Address', 'HouseholdMember'), request.reader.today),
      );
      return found ?? [];
    }),
  },
};

/** Returns the payload with an encounter that began or ended, as a query reads it. */
async function changed(request: RequestContext, residentId: string, id: string, field: string): Promise<Row<EncounterPayload>> {
  await request.changeCase(id);
  await touch(request, residentId, field);
  const scope = request.plan?.scopeOf(field);
  return { encounter: (await readOwnEncounter(request.reader, scope, viewerOf(request), id, fieldsOf(request, 'Encounter'))) ?? null };
}
