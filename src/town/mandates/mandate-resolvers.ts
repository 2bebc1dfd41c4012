import type { RequestContext } from '../../engine/request-context.ts';
import type { MandatePayload, Resident } from '../shared/graphql/generated/schema.ts';
import type { Resolvers } from '../shared/graphql/generated/resolvers.ts';
import { readMandateById, readMandates, readMandateSubjects, readRevocationsToReview, readSealsToReview } from './mandates.ts';
import { writeApproval, writeMandate, writeReconfirmation, writeRevocation } from './mandate-writes.ts';
import type { Row } from '../shared/rows/row.ts';
import { writeExtension, writeSealApproval } from './seals/seal-writes.ts';
import { viewerOf, fieldsOf, idFrom, shownId, uuidFrom } from '../shared/graphql/viewer.ts';
import { connect } from '../shared/graphql/connection.ts';
import { checkInput, touch } from '../shared/graphql/check-input.ts';
import { extendSealForm, recordMandateForm, revokeMandateForm } from './mandate-inputs.ts';
import { partnerById } from './partners/partner-by-id.ts';
import { residentById } from '../people/resident-by-id.ts';
import { sortByShown } from '../shared/graphql/sort-by-shown.ts';

export const mandates: Resolvers = {
  Query: {
    mandate: async (_parent, { id }, { request }) => {
      const scope = request.plan?.scopeOf('Query.mandate');
      const mandateId = uuidFrom(id, 'Query.mandate(id:)');
      const found = await readMandateById(request.reader, scope, viewerOf(request), mandateId, fieldsOf(request, 'Mandate'));
      if (found) request.seenSubjects.noteAuthority(mandateId);
      return found ?? null;
    },
    mandates: (_parent, { first, after, last, before, ...given }, { request }) => {
      const scope = request.plan?.scopeOf('Query.mandates');
      const partnerId = given.partnerId ? idFrom(request, given.partnerId, 'Query.mandates(partnerId:)') : undefined;
      const wanted = { ...given, partnerId };
      const asked = { first, after, last, before };
      return connect(request, { list: 'Query.mandates', type: 'MandateConnection', filter: wanted }, asked, async (page) => {
        const found = await readMandates(request.reader, scope, viewerOf(request), wanted, page, fieldsOf(request, 'Mandate'));
        for (const { id } of found.rows) request.seenSubjects.noteAuthority(String(id));
        return found;
      });
    },
    sealsToReview: async (_parent, _arguments, { request }) => {
      const scope = request.plan?.scopeOf('Query.sealsToReview');
      const found = await readSealsToReview(request.reader, scope, viewerOf(request), fieldsOf(request, 'Mandate'));
      for (const { id } of found) request.seenSubjects.noteAuthority(String(id));
      return [...found];
    },
    revocationsToReview: async (_parent, _arguments, { request }) => {
      const scope = request.plan?.scopeOf('Query.revocationsToReview');
      const found = await readRevocationsToReview(request.reader, scope, viewerOf(request), fieldsOf(request, 'Mandate'));
      for (const { id } of found) request.seenSubjects.noteAuthority(String(id));
      return [...found];
    },
  },
  Mutation: {
    recordMandate: async (_parent, { input }, { request }) => {
      const form = recordMandateForm(input.kind, request.now);
      const { reference, issuer, validFrom, validUntil, sealedUntil } = checkInput('RecordMandateInput', form, input);
      const mandate = {
        id: request.newId(),
        kind: input.kind,
        partnerId: idFrom(request, input.partnerId, 'RecordMandateInput.partnerId'),
        subjectIds: [...new Set(input.subjectIds.map((id) => idFrom(request, id, 'RecordMandateInput.subjectIds')))],
        categories: [...new Set(input.categories)],
        reference,
        issuer,
        validFrom,
        validUntil: validUntil ?? undefined,
        seal: sealedUntil ? { id: request.newId(), sealedUntil } : undefined,
      };
      const scope = request.plan?.scopeOf('Mutation.recordMandate');
      await writeMandate(request.records, request.reader, scope, viewerOf(request), mandate);
      return changed(request, mandate.subjectIds, mandate.id, 'Mutation.recordMandate');
    },
    approveMandate: async (_parent, { input }, { request }) => {
      const { records, reader, plan } = request;
      const id = idFrom(request, input.mandateId, 'ApproveMandateInput.mandateId');
      const subjectIds = await writeApproval(records, reader, plan?.scopeOf('Mutation.approveMandate'), viewerOf(request), id);
      return changed(request, subjectIds, id, 'Mutation.approveMandate');
    },
    reconfirmMandate: async (_parent, { input }, { request }) => {
      const { records, reader, plan } = request;
      const id = idFrom(request, input.mandateId, 'ReconfirmMandateInput.mandateId');
      const subjectIds = await writeReconfirmation(records, reader, plan?.scopeOf('Mutation.reconfirmMandate'), viewerOf(request), id);
      return changed(request, subjectIds, id, 'Mutation.reconfirmMandate');
    },
    revokeMandate: async (_parent, { input }, { request }) => {
      const { records, reader, plan } = request;
      const mandateId = idFrom(request, input.mandateId, 'RevokeMandateInput.mandateId');
      const revocation = { mandateId, reason: checkInput('RevokeMandateInput', revokeMandateForm, input).reason };
      const subjectIds = await writeRevocation(records, reader, plan?.scopeOf('Mutation.revokeMandate'), viewerOf(request), revocation);
      return changed(request, subjectIds, mandateId, 'Mutation.revokeMandate');
    },
    extendSeal: async (_parent, { input }, { request }) => {
      const { records, reader, plan } = request;
      const mandateId = idFrom(request, input.mandateId, 'ExtendSealInput.mandateId');
      const { sealedUntil } = checkInput('ExtendSealInput', extendSealForm(request.now), input);
      const seal = { id: request.newId(), mandateId, sealedUntil };
      const subjectIds = await writeExtension(records, reader, plan?.scopeOf('Mutation.extendSeal'), viewerOf(request), seal);
      return changed(request, subjectIds, mandateId, 'Mutation.extendSeal');
    },
    approveSeal: async (_parent, { input }, { request }) => {
      const { records, reader, plan } = request;
      const id = idFrom(request, input.mandateId, 'ApproveSealInput.mandateId');
      const subjectIds = await writeSealApproval(records, reader, plan?.scopeOf('Mutation.approveSeal'), viewerOf(request), id);
      return changed(request, subjectIds, id, 'Mutation.approveSeal');
    },
  },
  Mandate: {
    // A mandate belongs to one partner, and that partner's tokens name it (RFC 9396). So its id is the same for the partner and the
    // municipality.
    id: ({ id }) => id as string,
    partner: async (row, _arguments, { request }) => (await partnerById(request, row.partner))!,
    subjects: async (row, _arguments, { request }) => {
      const ids = await request.loaders.load<readonly string[]>('Mandate.subjects', String(row.id), (mandateIds) =>
        readMandateSubjects(request.reader, mandateIds),
      );
      // Null is loaded too, so that a mandate without data subjects runs the same statement as one with hidden data subjects.
      const people = await Promise.all([...(ids ?? []), null].map(async (id) => residentById(request, id)));
      // Sorted by the shown id: two partners could match people by their position in a common order.
      return sortByShown(
        people.filter((person) => person !== null),
        (person) => shown(request, person),
      );
    },
  },
};

function shown(request: RequestContext, row: Row<Resident>): string {
  return shownId(request, row.id) ?? '';
}

/** Returns the payload with a mandate that was recorded or changed, as a query reads it. */
async function changed(request: RequestContext, subjectIds: readonly string[], id: string, field: string): Promise<Row<MandatePayload>> {
  request.seenSubjects.noteAuthority(id);
  await Promise.all(subjectIds.map((subjectId) => touch(request, subjectId, field)));
  const scope = request.plan?.scopeOf(field);
  return { mandate: (await readMandateById(request.reader, scope, viewerOf(request), id, fieldsOf(request, 'Mandate'))) ?? null };
}
