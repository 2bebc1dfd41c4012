import { cast, matters } from '../../../demo/personas.ts';
import type { Act } from '../../../src/engine/register.ts';
import { testNow } from '../database/cluster.ts';
import type { Answered, Asked } from '../gateway/gateway.ts';

const counter = { purpose: 'SERVICE_PROVISION' } as const;

/** For each act that a budget limits, a way to be refused over HTTP because it was done too often. @param change sends a mutation with one input */
export function waysOfActs(
  asOwner: (text: string, values?: unknown[]) => Promise<unknown>,
  change: (persona: string, field: string, input: object, asked: Asked) => Promise<Answered>,
): Readonly<Record<Act, () => Promise<Answered>>> {
  /** Asks as a clerk who has done it a hundred times. */
  const afterMany = async (act: Act, ask: () => Promise<Answered>): Promise<Answered> => {
    await asOwner('insert into access_log.budget_act (principal_id, act, done_at) select $1, $2, $3 from generate_series(1, 100)', [
      cast.clerk,
      act,
      testNow,
    ]);
    const answer = await ask();
    await asOwner('delete from access_log.budget_act');
    return answer;
  };
  return {
    UNSERVED_ENCOUNTER: async () => {
      await asOwner(
        `insert into recreation.encounter (id, employee_id, resident_id, purpose, started_at, last_active_at, ended_at)
         select gen_random_uuid(), $1, id, 'SERVICE_PROVISION', $2, $2, $2 from recreation.resident where id::text not like '1%' limit 100`,
        [cast.clerk, testNow],
      );
      const answer = await change(
        'customer-service',
        'startEncounter',
        { residentId: cast.neighbour, identifiedBy: 'PHOTO_CARD' },
        counter,
      );
      await asOwner('delete from recreation.encounter where employee_id = $1 and ended_at is not null', [cast.clerk]);
      return answer;
    },
    IDENTITY_CHECK: () =>
      afterMany('IDENTITY_CHECK', () =>
        change('customer-service', 'confirmIdentity', { email: 'nobody@example.ca', birthDate: '1950-01-01' }, counter),
      ),
    CLAIM_CODE: () =>
      afterMany('CLAIM_CODE', () =>
        change('customer-service', 'issueClaimCode', { residentId: cast.resident }, { ...counter, case: matters.encounter }),
      ),
  };
}
