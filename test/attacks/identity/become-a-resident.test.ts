import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { cast } from '../../../demo/personas.ts';
import { passwordAcr } from '../../../src/identity/accounts/assurance.ts';
import { claimBudgetOf, unservedBudgetOf } from '../../../src/policy/budget-of.ts';
import { policyInForce } from '../../../src/policy/policy.ts';
import { testNow } from '../../helpers/cluster.ts';
import { openGateway, type Answered, type TestGateway } from '../../helpers/gateway.ts';

// The attacker is a clerk who becomes residents who are not present: with a code that the counter issues, and a private account.
const purpose = 'SERVICE_PROVISION';
const claims = claimBudgetOf(policyInForce, 'CUSTOMER_SERVICE', purpose);
const unserved = unservedBudgetOf(policyInForce, 'CUSTOMER_SERVICE', purpose);
const start = 'mutation ($input: StartEncounterInput!) { startEncounter(input: $input) { encounter { id } } }';
const issueCode = 'mutation ($input: IssueClaimCodeInput!) { issueClaimCode(input: $input) { claimCode { code validUntil } } }';
const update = 'mutation ($input: UpdateContactInput!) { updateContact(input: $input) { resident { id } } }';

let gateway: TestGateway;
let people: readonly { readonly id: string; readonly phone: string }[];
beforeAll(async () => {
  gateway = await openGateway();
  people = await gateway.database.asOwner(
    `select id, phone from recreation.resident where id::text not like '10000000-%' and phone is not null order by id limit 90`,
  );
});
afterAll(() => gateway.close());
beforeEach(async () => {
  await gateway.database.asOwner(`delete from recreation.encounter where employee_id in ($1, $2)`, [cast.clerk, cast.otherClerk]);
  for (const table of ['claim_act', 'claim_code', 'mail', 'account', 'attempt'])
    await gateway.database.asOwner(`delete from identity.${table}`);
});

type Clerk = 'customer-service' | 'customer-service-2';
const ask = (query: string, input: object, encounter?: string, persona: Clerk = 'customer-service'): Promise<Answered> =>
  gateway.ask(persona, query, { purpose, variables: { input }, ...(encounter !== undefined && { case: encounter }) });
const begin = (residentId: string, persona?: Clerk): Promise<Answered> => ask(start, { residentId }, undefined, persona);
const idOf = ({ data }: Answered): string => data.startEncounter.encounter.id;

describe('a clerk with nobody present', () => {
  test('gets no code with a password alone, or with a passkey that was used a while ago', async () => {
    const { id: residentId } = people[0]!;
    const encounter = idOf(await begin(residentId));
    for (const assurance of [
      { acr: passwordAcr, provenAt: testNow },
      { acr: 'phr', provenAt: new Date(testNow.getTime() - 600_000) },
    ]) {
      const asked = await gateway.ask('customer-service', issueCode, {
        purpose,
        case: encounter,
        variables: { input: { residentId } },
        assurance,
      });
      expect([asked.codes, asked.data]).toEqual([['STEP_UP_NEEDED'], undefined]);
    }
    expect((await ask(issueCode, { residentId }, encounter)).codes).toEqual([]);
  });

  test('gets no more codes than the budget of the policy, and each encounter for one counts as unserved', async () => {
    const codes: string[] = [];
    for (const [at, { id: residentId }] of people.slice(0, unserved.perHour).entries()) {
      const issued = await ask(issueCode, { residentId }, idOf(await begin(residentId)));
      codes.push(...issued.codes);
      if (at === claims.perHour - 1)
        expect(issued.privacy.claimBudget).toEqual({ window: 'HOUR', limit: claims.perHour, used: claims.perHour });
      if (at === claims.perHour) expect(issued.headers.get('retry-after')).toBe('3600');
    }
    expect(codes).toEqual(Array.from({ length: unserved.perHour - claims.perHour }, () => 'CLAIM_BUDGET_SPENT'));
    expect(await gateway.database.asOwner('select from identity.claim_code')).toHaveLength(claims.perHour);
    expect((await begin(people[unserved.perHour]!.id)).codes).toEqual(['ENCOUNTER_BUDGET_SPENT']);
  });

  test('does not refill the encounter budget by writing what is on record again', async () => {
    for (const { id: residentId, phone } of people.slice(0, unserved.perHour))
      expect((await ask(update, { residentId, phone }, idOf(await begin(residentId)))).codes).toEqual([]);
    expect((await begin(people[unserved.perHour]!.id)).codes).toEqual(['ENCOUNTER_BUDGET_SPENT']);
  });
});
