import { claimCodeOf, writeClaimCode } from '../records/claim-code-writes.ts';
import { aboutPerson } from '../records/row.ts';
import type { Resolvers } from './generated.ts';
import { touch } from './touch.ts';
import { idFrom, viewerOf } from './viewer.ts';

export const claimCodes: Resolvers = {
  Mutation: {
    issueClaimCode: async (_parent, { input }, { request }) => {
      const residentId = idFrom(request, input.residentId, 'IssueClaimCodeInput.residentId');
      const code = claimCodeOf(request.newId(), request.newId());
      const scope = request.plan?.scopeOf('Mutation.issueClaimCode');
      await request.chargeClaim();
      await touch(request, residentId, 'Mutation.issueClaimCode');
      const validUntil = await writeClaimCode(request.reader, scope, viewerOf(request), residentId, code);
      return { claimCode: aboutPerson({ residentId, code, validUntil: validUntil.toISOString() }, residentId) };
    },
  },
};
