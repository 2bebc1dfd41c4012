import type { RequestContext } from '../../engine/request-context.ts';
import type { RowScope, UpdateContactPayload } from '../shared/graphql/generated/schema.ts';
import { PrivacyError } from '../../platform/errors/errors.ts';
import type { Resolvers } from '../shared/graphql/generated/resolvers.ts';
import { writeContact, writeRegistration, type GivenContact } from './resident-writes.ts';
import { readResident } from './residents.ts';
import type { Row } from '../shared/rows/row.ts';
import type { Viewer } from '../shared/access/scope.ts';
import { viewerOf, fieldsOf, idFrom } from '../shared/graphql/viewer.ts';
import { checkInput, touch } from '../shared/graphql/check-input.ts';
import { contactForm, registrationForm } from './resident-inputs.ts';

export const residentMutations: Resolvers = {
  Mutation: {
    registerResident: async (_parent, { input }, { request }) => {
      const viewer = viewerOf(request);
      const registration = checkInput('RegisterResidentInput', registrationForm(viewer.today), input);
      const scope = request.plan?.scopeOf('Mutation.registerResident');
      // Residents register themselves under the id in their token.
      const id = scope === 'SELF' ? viewer.principalId : scope === 'ALL' ? request.newId() : undefined;
      if (id === undefined) throw new PrivacyError('NOT_FOUND');
      const given = givenBy(request, scope, viewer, id);
      await writeRegistration(request.records, request.reader, { id, cardSeed: request.newId(), ...registration }, given);
      return changed(request, id, 'Mutation.registerResident');
    },
    updateContact: async (_parent, { input }, { request }) => {
      const id = idFrom(request, input.residentId, 'UpdateContactInput.residentId');
      const contact = checkInput('UpdateContactInput', contactForm, input);
      const scope = request.plan?.scopeOf('Mutation.updateContact');
      await touch(request, id, 'Mutation.updateContact');
      const viewer = viewerOf(request);
      await writeContact(request.records, request.reader, scope, viewer, id, contact, givenBy(request, scope, viewer, id));
      return changed(request, id, 'Mutation.updateContact');
    },
  },
};

/** @throws PrivacyError NOT_FOUND if the principal has no id */
function givenBy({ application }: RequestContext, scope: RowScope | undefined, { principalId }: Viewer, residentId: string): GivenContact {
  if (principalId === undefined) throw new PrivacyError('NOT_FOUND');
  const by = scope === 'SELF' || residentId === principalId ? 'SELF' : scope === 'CARE' ? 'GUARDIAN' : 'EMPLOYEE';
  return { by, principalId, rules: application.contactRules };
}

/** Returns the payload with a resident who was changed, as a query reads it. */
async function changed(request: RequestContext, id: string, field: string): Promise<Row<UpdateContactPayload>> {
  await touch(request, id, field);
  const fields = fieldsOf(request, 'Resident', 'Address');
  return { resident: (await readResident(request.reader, request.plan?.scopeOf(field), viewerOf(request), [id], fields)) ?? null };
}
