import { cast, matters } from '../../../demo/personas.ts';
import { testNow } from '../database/cluster.ts';
import type { Answered, Asked } from '../gateway/gateway.ts';

const served = { purpose: 'SERVICE_PROVISION', case: matters.encounter } as const;
const residentId = cast.resident;
const confirmation = { residentId, sawIdentity: true };

/** For each reason that a change about the claim of a record can have, a way to get it over HTTP. @param change sends a mutation with one input */
export function waysOfClaims(
  asOwner: (text: string, values?: unknown[]) => Promise<unknown>,
  change: (persona: string, field: string, input: object, asked: Asked) => Promise<Answered>,
) {
  /** A code that a colleague handed out. */
  const issued = async (): Promise<void> => {
    await change('customer-service', 'issueClaimCode', { residentId }, served);
    await asOwner('update identity.claim_code set issued_by = $1', [cast.otherClerk]);
  };
  const confirm = (): Promise<Answered> => change('customer-service', 'confirmClaim', confirmation, served);
  return {
    CLAIM_CODE_MISSING: async () => {
      await asOwner('delete from identity.claim_code');
      return confirm();
    },
    OWN_CODE: async () => {
      await change('customer-service', 'issueClaimCode', { residentId }, served);
      return confirm();
    },
    CONFIRMER_CONNECTED: async () => {
      await issued();
      await asOwner(`update recreation.employee set invited_at = $3, accepted_at = $3, invited_by = $1 where id = $2`, [
        cast.clerk,
        cast.otherClerk,
        testNow,
      ]);
      const answer = await confirm();
      await asOwner('update recreation.employee set invited_at = null, accepted_at = null, invited_by = null where id = $1', [
        cast.otherClerk,
      ]);
      return answer;
    },
    CONFIRMER_WITHOUT_ACCOUNT: async () => {
      await issued();
      return confirm();
    },
    CLAIM_CONTESTED: async () => {
      await asOwner(
        `insert into identity.account (id, email, email_verified_at, created_at, resident_id)
         values ('70000000-0000-4000-8000-000000000001', 'claimed@mail.example', now(), now(), $1)`,
        [residentId],
      );
      await asOwner(
        `insert into identity.claim (resident_id, account_id, claimed_at, issued_by, way)
         values ($1, '70000000-0000-4000-8000-000000000001', now(), $2, 'CONTACT')`,
        [residentId, cast.clerk],
      );
      await change('customer-service', 'contestClaim', { residentId }, served);
      return change('customer-service', 'contestClaim', { residentId }, served);
    },
    CLAIM_UNCONTESTED: async () => {
      await asOwner(`insert into identity.claim (resident_id, claimed_at, issued_by, way) values ($1, now(), $2, 'CONTACT')`, [
        residentId,
        cast.clerk,
      ]);
      return change('privacy-officer', 'undoClaim', { residentId }, { purpose: 'RIGHTS_FULFILMENT', case: matters.request });
    },
    CLAIM_MISSING: async () => {
      await asOwner('delete from identity.claim');
      return change('privacy-officer', 'undoClaim', { residentId }, { purpose: 'RIGHTS_FULFILMENT', case: matters.request });
    },
  };
}
