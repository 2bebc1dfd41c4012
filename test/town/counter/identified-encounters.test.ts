import { beforeEach, describe, expect, test } from '@jest/globals';
import { cast, matters } from '../../../demo/personas.ts';
import { testNow } from '../../helpers/database/cluster.ts';
import type { Answered } from '../../helpers/gateway/gateway.ts';
import { useGateway } from '../../helpers/gateway/use-gateway.ts';

const unknownId = '99999999-9999-4999-8999-999999999999';
const counter = { purpose: 'SERVICE_PROVISION' } as const;
const start = 'mutation ($input: StartEncounterInput!) { startEncounter(input: $input) { encounter { id identifiedBy } } }';
const gateway = useGateway();
beforeEach(async () => {
  await gateway.database.asOwner('delete from recreation.encounter where employee_id = $1 and id <> $2', [cast.clerk, matters.encounter]);
  await gateway.database.asOwner('update recreation.encounter set ended_at = null, last_active_at = $2 where id = $1', [
    matters.encounter,
    testNow,
  ]);
});

const openOnes = () =>
  gateway.database.asOwner<{ id: string }>('select id from recreation.encounter where employee_id = $1 and ended_at is null', [cast.clerk]);

describe('how the clerk knew whom to serve', () => {
  const given = async (residentId: string): Promise<object> => {
    const text = 'select birth_date::text as "birthDate", email from recreation.resident where id = $1';
    return { residentId, ...(await gateway.database.asOwner(text, [residentId]))[0] };
  };
  const check = (input: object): Promise<Answered> =>
    gateway.ask('customer-service', 'mutation ($input: ConfirmIdentityInput!) { confirmIdentity(input: $input) { outcome } }', {
      ...counter,
      variables: { input },
    });
  const beginBy = (identifiedBy: string, residentId: string = cast.guardian): Promise<Answered> =>
    gateway.ask('customer-service', start, {
      ...counter,
      variables: { input: { residentId, identifiedBy } },
    });
  const refusal = ({ errors }: Answered): unknown => errors[0]?.extensions;
  const notChecked = { code: 'CONFLICT', reason: 'ANSWERS_NOT_CHECKED' };
  beforeEach(async () => {
    for (const table of ['access_log.budget_act', 'recreation.identity_match']) await gateway.database.asOwner(`delete from ${table}`);
  });

  test('must be said, and is kept with the encounter', async () => {
    const silent = await gateway.ask('customer-service', start, { variables: { input: { residentId: cast.guardian } }, ...counter });
    expect([silent.status >= 400, silent.data ?? null]).toEqual([true, null]);
    for (const one of ['PHOTO_CARD', 'KNOWN_TO_ME'])
      expect((await beginBy(one)).data.startEncounter.encounter).toEqual({ id: expect.any(String), identifiedBy: one });
  });

  test('can be answers that matched only once they did: this person’s, this clerk’s, lately, and for one encounter', async () => {
    expect(refusal(await beginBy('ANSWERS_MATCHED'))).toEqual(notChecked);
    const wrong = { ...(await given(cast.guardian)), birthDate: '1901-01-01' };
    expect((await check(wrong)).data.confirmIdentity.outcome).toBe('NO_MATCH');
    expect(refusal(await beginBy('ANSWERS_MATCHED'))).toEqual(notChecked);
    expect((await check(await given(cast.neighbour))).data.confirmIdentity.outcome).toBe('MATCH');
    expect(refusal(await beginBy('ANSWERS_MATCHED'))).toEqual(notChecked);
    await gateway.database.asOwner('insert into recreation.identity_match values ($1, $2, $3)', [cast.otherClerk, cast.guardian, testNow]);
    expect(refusal(await beginBy('ANSWERS_MATCHED'))).toEqual(notChecked);
    // A refused start ends nothing.
    expect(await openOnes()).toEqual([{ id: matters.encounter }]);
    expect((await check(await given(cast.guardian))).data.confirmIdentity.outcome).toBe('MATCH');
    const age = `update recreation.identity_match set matched_at = matched_at - $1::interval where employee_id = $2`;
    await gateway.database.asOwner(age, ['11 minutes', cast.clerk]);
    expect(refusal(await beginBy('ANSWERS_MATCHED'))).toEqual(notChecked);
    await gateway.database.asOwner(age, ['-2 minutes', cast.clerk]);
    expect((await beginBy('ANSWERS_MATCHED')).data.startEncounter.encounter.identifiedBy).toBe('ANSWERS_MATCHED');
    expect(refusal(await beginBy('ANSWERS_MATCHED'))).toEqual(notChecked);
    expect((await beginBy('ANSWERS_MATCHED', unknownId)).codes).toEqual(['NOT_FOUND']);
    expect((await beginBy('ANSWERS_MATCHED', cast.clerkAsResident)).codes).toEqual(['NOT_FOUND']);
  });

  test('is told to the person and to the reviewer, and about no one else to the minors of the home', async () => {
    await gateway.database.asOwner('delete from recreation.encounter where employee_id = $1', [cast.otherClerk]);
    // Entries of one batch have no order.
    await gateway.sequence();
    const { id } = (await beginBy('KNOWN_TO_ME', cast.guardian)).data.startEncounter.encounter;
    await gateway.ask(
      'customer-service',
      `{ resident(id: "${cast.guardian}") { email } child: resident(id: "${cast.resident}") { email } }`,
      {
        ...counter,
        case: id,
      },
    );
    await gateway.sequence();
    const history = 'accessHistory(first: 1) { edges { node { why need { kind identifiedBy } } } }';
    const newest = async (persona: string): Promise<any> =>
      (await gateway.ask(persona, `{ me { ${history} } }`)).data.me.accessHistory.edges[0].node;
    expect(await newest('guardian')).toMatchObject({
      why: expect.stringContaining('after the employee had said that the person was known to them.'),
      need: { kind: 'ENCOUNTER', identifiedBy: 'KNOWN_TO_ME' },
    });
    expect(await newest('resident')).toMatchObject({ need: { kind: 'ENCOUNTER', identifiedBy: null } });
    const { data } = await gateway.ask(
      'reviewer',
      '{ accessEntries(first: 2, filter: { role: CUSTOMER_SERVICE }) { edges { node { identifiedBy } } } }',
      { purpose: 'ACCESS_REVIEW' },
    );
    expect(data.accessEntries.edges.map(({ node }: any) => node.identifiedBy)).toEqual(['KNOWN_TO_ME', 'KNOWN_TO_ME']);
  });

  test('is counted by clerk for the reviewer alone', async () => {
    const before = new Date(testNow.getTime() - 60_000);
    for (const one of ['KNOWN_TO_ME', 'PHOTO_CARD', 'KNOWN_TO_ME']) await beginBy(one);
    const byAnother = `insert into recreation.encounter (id, employee_id, resident_id, purpose, started_at, last_active_at, ended_at, identified_by)
      values (gen_random_uuid(), $1, $2, 'PAYMENT', $3, $3, $3, 'PHOTO_CARD')`;
    await gateway.database.asOwner(byAnother, [cast.otherClerk, cast.guardian, testNow]);
    const query = `query ($from: DateTime!, $until: DateTime!) { identifications(from: $from, until: $until) {
      employee { familyName } knownToMe photoCard answersMatched } }`;
    const asked = { variables: { from: before.toISOString(), until: new Date(testNow.getTime() + 60_000).toISOString() } };
    const { data, codes } = await gateway.ask('reviewer', query, { ...asked, purpose: 'ACCESS_REVIEW' });
    expect(codes).toEqual([]);
    expect(data.identifications.map(({ employee, ...counts }: any) => [typeof employee.familyName, counts])).toEqual([
      ['string', { knownToMe: 2, photoCard: 1, answersMatched: 0 }],
      ['string', { knownToMe: 0, photoCard: 1, answersMatched: 0 }],
    ]);
    for (const [persona, purpose] of [
      ['customer-service', 'SERVICE_PROVISION'],
      ['privacy-officer', 'RIGHTS_FULFILMENT'],
      ['resident', 'SELF_SERVICE'],
    ] as const)
      expect((await gateway.ask(persona, query, { ...asked, purpose })).data?.identifications ?? null).toBeNull();
  });
});
