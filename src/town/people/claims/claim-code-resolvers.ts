import { answerWords } from '../../shared/resolver-parts.ts';
import { aboutPerson } from '../../../engine/rows/row.ts';
import type { RequestContext } from '../../../engine/request-context.ts';
import { PrivacyError } from '../../../platform/errors/errors.ts';
import { claimCodeOf } from '../../../identity/accounts/joining/claim-code.ts';
import { writeClaimCode, writeClaimConfirmation, writeContest, writeUndoneClaim } from './claim-code-writes.ts';
import type { Resolvers } from '../../shared/graphql/generated/resolvers.ts';
import { touch } from '../../shared/graphql/check-input.ts';
import { idFrom, viewerOf } from '../../shared/graphql/viewer.ts';

export const claimCodes: Resolvers = {
  Mutation: {
    issueClaimCode: async (_parent, { input }, { request }) => {
      const residentId = idFrom(request, input.residentId, 'IssueClaimCodeInput.residentId');
      const code = claimCodeOf(request.newId(), request.newId());
      await request.chargeAct('CLAIM_CODE');
      await touch(request, residentId, 'Mutation.issueClaimCode');
      const validUntil = await writeClaimCode(request.reader, scopeOf(request, 'Mutation.issueClaimCode'), viewerOf(request), residentId, {
        code,
        hours: request.application.claimRules.codeHours,
      });
      return { claimCode: aboutPerson({ residentId, code, validUntil: validUntil.toISOString() }, residentId) };
    },
    confirmClaim: async (_parent, { input }, { request }) => {
      const residentId = idFrom(request, input.residentId, 'ConfirmClaimInput.residentId');
      const coordinate = 'ConfirmClaimInput.sawIdentity';
      if (!input.sawIdentity) throw new PrivacyError('INPUT_INVALID', { reason: 'MISSING', coordinates: [coordinate] });
      await request.chargeAct('CLAIM_CODE');
      await touch(request, residentId, 'Mutation.confirmClaim');
      await writeClaimConfirmation(request.reader, scopeOf(request, 'Mutation.confirmClaim'), viewerOf(request), residentId);
      return { isMailed: true };
    },
    contestClaim: async (_parent, { input }, { request }) => {
      const residentId = idFrom(request, input.residentId, 'ContestClaimInput.residentId');
      await touch(request, residentId, 'Mutation.contestClaim');
      const contest = { requestId: request.newId(), body: answerWords(request).contestRequest };
      await writeContest(request.reader, scopeOf(request, 'Mutation.contestClaim'), viewerOf(request), residentId, contest);
      return { isHeld: true };
    },
    undoClaim: async (_parent, { input }, { request }) => {
      const residentId = idFrom(request, input.residentId, 'UndoClaimInput.residentId');
      await touch(request, residentId, 'Mutation.undoClaim');
      await writeUndoneClaim(request.reader, scopeOf(request, 'Mutation.undoClaim'), viewerOf(request), residentId);
      return { isUndone: true };
    },
  },
};

function scopeOf(request: RequestContext, field: string): ReturnType<NonNullable<RequestContext['plan']>['scopeOf']> {
  return request.plan?.scopeOf(field);
}
