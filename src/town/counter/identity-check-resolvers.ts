import type { RequestContext } from '../../engine/request-context.ts';
import { readMatches, writeMatch } from './identity-checks.ts';
import type { Resolvers } from '../shared/graphql/generated/resolvers.ts';
import { checkInput } from '../shared/graphql/check-input.ts';
import { checkGivenValues, identityForm } from './identity-inputs.ts';
import { idFrom, viewerOf } from '../shared/graphql/viewer.ts';

export const identityChecks: Resolvers = {
  Mutation: {
    confirmIdentity: async (_parent, { input }, { request }) => {
      const viewer = viewerOf(request);
      const residentId = input.residentId ? idFrom(request, input.residentId, 'ConfirmIdentityInput.residentId') : undefined;
      const given = checkInput('ConfirmIdentityInput', identityForm(viewer.today), input);
      checkGivenValues(given);
      await request.chargeAct('IDENTITY_CHECK');
      const scope = request.plan?.scopeOf('Mutation.confirmIdentity');
      const compared = await readMatches(request.reader, scope, viewer, residentId, given);
      await noteCompared(
        request,
        compared.map(({ id }) => id),
      );
      const [match, ...others] = compared.filter(({ matches }) => matches);
      await writeMatch(request.reader, viewer, others.length === 0 ? match?.id : undefined);
      const length = match ? 1 + others.length : 0;
      return { outcome: length === 0 ? 'NO_MATCH' : length === 1 ? 'MATCH' : 'SEVERAL' };
    },
  },
};

/**
 * Notes the people with whom values were compared, so that the access entry names them. The look-up runs even if there are no such people.
 * They do not count as disclosed. If only a match could spend the read budget, a refusal would reveal the outcome and undo the count.
 */
async function noteCompared({ relationships, seenSubjects }: RequestContext, ids: readonly string[]): Promise<void> {
  await relationships?.ensure(ids, true);
  for (const id of ids) {
    const subject = relationships?.get(id);
    if (subject) seenSubjects.mark(subject, 'Mutation.confirmIdentity', false);
  }
}
