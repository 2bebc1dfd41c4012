import { beforeEach, describe, expect, test } from '@jest/globals';
import { cast, matters } from '../../../demo/personas.ts';
import { testNow } from '../../helpers/database/cluster.ts';
import { useGateway } from '../../helpers/gateway/use-gateway.ts';

const gateway = useGateway();

const counter = { purpose: 'SERVICE_PROVISION' } as const;
const unknownId = '99999999-9999-4999-8999-999999999999';
const start = `mutation($input: StartEncounterInput!) { startEncounter(input: $input) {
  encounter { id purpose startedAt endedAt resident { id givenName email emailHint } people { ... on Resident { id } ... on HouseholdMember { residentId } } } } }`;
const end = 'mutation($input: EndEncounterInput!) { endEncounter(input: $input) { encounter { id endedAt resident { id } } } }';
const current = `{ currentCase { __typename
  ... on Encounter { id purpose resident { id givenName email } people { __typename givenName ... on Resident { id } ... on HouseholdMember { residentId } } }
  ... on Ticket { id subject }
  ... on PrivacyRequest { id body contactEmail requester { id } } } }`;

const begin = (residentId: string, asked: object = counter) =>
  gateway.ask('customer-service', start, { variables: { input: { residentId, identifiedBy: 'PHOTO_CARD' } }, ...asked });
const finish = (encounterId: string, asked: object = counter) =>
  gateway.ask('customer-service', end, { variables: { input: { encounterId } }, ...asked });
const openOnes = () =>
  gateway.database.asOwner<{ id: string }>('select id from recreation.encounter where employee_id = $1 and ended_at is null', [cast.clerk]);
const served = async (residentId: string, asked: { purpose: string } = counter) =>
  gateway.ask('customer-service', current, { ...asked, case: (await begin(residentId, asked)).data.startEncounter.encounter.id });

beforeEach(async () => {
  await gateway.database.asOwner('delete from recreation.encounter where employee_id = $1 and id <> $2', [cast.clerk, matters.encounter]);
  await gateway.database.asOwner('update recreation.encounter set ended_at = null, last_active_at = $2 where id = $1', [
    matters.encounter,
    testNow,
  ]);
});

describe('the current case', () => {
  test('is an encounter with the resident and the minors of the home', async () => {
    const { data, errors } = await gateway.ask('customer-service', current, { ...counter, case: matters.encounter });
    expect(errors).toEqual([]);
    expect(data.currentCase).toMatchObject({ __typename: 'Encounter', id: matters.encounter, resident: { givenName: 'Peregrine' } });
    expect(data.currentCase.resident.email).toContain('@');
    expect(data.currentCase.people).toEqual([{ __typename: 'Resident', id: cast.resident, givenName: 'Peregrine' }]);
    const home = await served(cast.guardian);
    expect(home.data.currentCase.people.map(({ __typename, id, residentId }: any) => [__typename, id ?? residentId])).toEqual([
      ['Resident', cast.guardian],
      ['HouseholdMember', cast.resident],
    ]);
  });

  test('does not show the household of a protected person, or any household under a purpose that does not need it', async () => {
    expect((await served(cast.protectedPerson)).data.currentCase).toMatchObject({ resident: { id: cast.protectedPerson }, people: null });
    expect((await served(cast.guardian, { purpose: 'AGE_VERIFICATION' })).data.currentCase).toMatchObject({
      resident: { id: cast.guardian },
      people: null,
    });
  });

  test('is a ticket or a request, and null if the request names none', async () => {
    const ticket = await gateway.ask('support', current, { purpose: 'CUSTOMER_SUPPORT', case: matters.ticket });
    expect(ticket.data.currentCase).toMatchObject({ __typename: 'Ticket', id: matters.ticket });
    const officer = { purpose: 'RIGHTS_FULFILMENT' };
    const request = await gateway.ask('privacy-officer', current, { ...officer, case: matters.request });
    expect(request.data.currentCase).toMatchObject({ __typename: 'PrivacyRequest', contactEmail: null, requester: { id: cast.resident } });
    const anonymous = await gateway.ask('privacy-officer', current, { ...officer, case: matters.anonymousRequest });
    expect(anonymous.data.currentCase).toMatchObject({
      __typename: 'PrivacyRequest',
      contactEmail: 'gatepost.question@example.org',
      requester: null,
    });
    expect(anonymous.data.currentCase.body).toContain('Evangeline Tolliver');
    expect((await gateway.ask('customer-service', current, counter)).data).toEqual({ currentCase: null });
    expect((await gateway.ask('resident', current)).codes).toEqual(['FIELD_NOT_PERMITTED']);
  });
});

describe('starting an encounter', () => {
  test('ends the open one, and the new one is the case of its own payload and of the next operation', async () => {
    const { data, errors } = await begin(cast.guardian);
    expect(errors).toEqual([]);
    const { encounter } = data.startEncounter;
    expect(encounter).toMatchObject({
      purpose: 'SERVICE_PROVISION',
      endedAt: null,
      resident: { id: cast.guardian, email: expect.stringContaining('@') },
      people: [{ id: cast.guardian }, { residentId: cast.resident }],
    });
    expect(encounter.resident.emailHint).toContain('***');
    expect(await openOnes()).toEqual([{ id: encounter.id }]);
    expect((await gateway.ask('customer-service', current, { ...counter, case: matters.encounter })).codes).toEqual(['CASE_UNKNOWN']);
    const next = await gateway.ask('customer-service', current, { ...counter, case: encounter.id });
    expect(next.data.currentCase.resident.email).toContain('@');
  });

  test('ends an idle one at the time when its idle time ran out', async () => {
    await gateway.database.asOwner(`update recreation.encounter set last_active_at = $2::timestamptz - interval '1 hour' where id = $1`, [
      matters.encounter,
      testNow,
    ]);
    await begin(cast.guardian);
    const [{ ended_at } = {}] = await gateway.database.asOwner<{ ended_at: Date }>(
      'select ended_at from recreation.encounter where id = $1',
      [matters.encounter],
    );
    expect(ended_at).toEqual(new Date(testNow.getTime() - 40 * 60_000));
  });

  test('fails for the clerk’s own record, which looks unknown, and a failed start ends nothing', async () => {
    for (const residentId of [cast.clerkAsResident, unknownId]) expect((await begin(residentId)).codes).toEqual(['NOT_FOUND']);
    expect((await begin('x')).errors[0]!.extensions).toMatchObject({
      code: 'INPUT_INVALID',
      coordinates: ['StartEncounterInput.residentId'],
    });
    expect(await openOnes()).toEqual([{ id: matters.encounter }]);
  });

  test('twice at the same time leaves one open', async () => {
    const answers = await Promise.all([begin(cast.guardian), begin(cast.neighbour), begin(cast.resident)]);
    expect(answers.flatMap(({ codes }) => codes).every((code) => code === 'CONFLICT')).toBe(true);
    expect(await openOnes()).toHaveLength(1);
  });

  test('is refused to other roles', async () => {
    const input = { residentId: cast.resident, identifiedBy: 'PHOTO_CARD' };
    expect((await gateway.ask('support', start, { purpose: 'CUSTOMER_SUPPORT', variables: { input } })).codes).toEqual([
      'FIELD_NOT_PERMITTED',
    ]);
    expect((await gateway.ask('resident', start, { variables: { input } })).codes).toEqual(['FIELD_NOT_PERMITTED']);
    expect((await gateway.ask(null, start, { variables: { input } })).codes).toEqual(['AUTHENTICATION_REQUIRED']);
  });
});

describe('ending an encounter', () => {
  test('works once, with or without the encounter as the case', async () => {
    const { data } = await finish(matters.encounter);
    expect(data.endEncounter.encounter).toEqual({ id: matters.encounter, endedAt: testNow.toISOString(), resident: { id: cast.resident } });
    expect((await finish(matters.encounter)).codes).toEqual(['CONFLICT']);
    const { id } = (await begin(cast.guardian)).data.startEncounter.encounter;
    expect((await finish(id, { ...counter, case: id })).data.endEncounter.encounter.id).toBe(id);
    expect(await openOnes()).toEqual([]);
  });

  test('fails for an encounter of another employee, which looks unknown', async () => {
    for (const id of [matters.otherEncounter, unknownId]) expect((await finish(id)).codes).toEqual(['NOT_FOUND']);
    expect((await finish('x')).errors[0]!.extensions).toMatchObject({
      code: 'INPUT_INVALID',
      coordinates: ['EndEncounterInput.encounterId'],
    });
    const [other] = await gateway.database.asOwner('select ended_at from recreation.encounter where id = $1', [matters.otherEncounter]);
    expect(other).toEqual({ ended_at: null });
  });
});
