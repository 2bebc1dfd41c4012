import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { cast, matters } from '../../../demo/personas.ts';
import { testNow } from '../../helpers/database/cluster.ts';
import { useGateway } from '../../helpers/gateway/use-gateway.ts';

const gateway = useGateway();

const counter = { purpose: 'SERVICE_PROVISION' } as const;
const unknownId = '99999999-9999-4999-8999-999999999999';
const start = 'mutation($input: StartEncounterInput!) { startEncounter(input: $input) { encounter { id } } }';
const end = 'mutation($input: EndEncounterInput!) { endEncounter(input: $input) { encounter { id } } }';
const current = '{ currentCase { ... on Encounter { id } } }';
const begin = (residentId: string) =>
  gateway.ask('customer-service', start, { variables: { input: { residentId, identifiedBy: 'PHOTO_CARD' } }, ...counter });
const finish = (encounterId: string) => gateway.ask('customer-service', end, { variables: { input: { encounterId } }, ...counter });

beforeEach(async () => {
  await gateway.database.asOwner('delete from recreation.encounter where employee_id = $1 and id <> $2', [cast.clerk, matters.encounter]);
  await gateway.database.asOwner('update recreation.encounter set ended_at = null, last_active_at = $2 where id = $1', [
    matters.encounter,
    testNow,
  ]);
});

describe('the open encounter', () => {
  const own = '{ openEncounter { id purpose startedAt endedAt resident { id givenName email } } }';
  const ask = (persona: string, asked: object = counter) => gateway.ask(persona, own, asked);

  test('is found after a reload, for each purpose, and names its own', async () => {
    for (const purpose of ['SERVICE_PROVISION', 'PAYMENT', 'AGE_VERIFICATION']) {
      const { data, errors } = await ask('customer-service', { purpose });
      expect(errors).toEqual([]);
      expect(data.openEncounter).toMatchObject({ id: matters.encounter, purpose: 'SERVICE_PROVISION', endedAt: null });
    }
    // Without the case, the operation is no part of the encounter: it shows what a search shows.
    expect((await ask('customer-service')).data.openEncounter.resident).toEqual({ id: cast.resident, givenName: 'Peregrine', email: null });
    expect((await ask('customer-service', { purpose: 'PAYMENT' })).data.openEncounter.resident).toBeNull();
    expect((await ask('customer-service', { ...counter, case: matters.encounter })).data.openEncounter.resident.email).toContain('@');
  });

  test('is null once it has ended, or was idle for too long', async () => {
    await gateway.database.asOwner(
      `update recreation.encounter set last_active_at = $2::timestamptz - interval '21 minutes' where id = $1`,
      [matters.encounter, testNow],
    );
    expect((await ask('customer-service')).data).toEqual({ openEncounter: null });
    const { id } = (await begin(cast.guardian)).data.startEncounter.encounter;
    expect((await ask('customer-service')).data.openEncounter).toMatchObject({ id, resident: { id: cast.guardian } });
    await finish(id);
    expect((await ask('customer-service')).data).toEqual({ openEncounter: null });
  });

  test('is only the employee’s own, and never with the own record', async () => {
    const find = async (where: string): Promise<unknown> => {
      await gateway.database.asOwner(`update recreation.encounter set ${where}`, [matters.encounter]);
      return (await ask('customer-service')).data.openEncounter;
    };
    expect(await find(`resident_id = '${cast.clerkAsResident}' where id = $1`)).toBeNull();
    expect(await find(`resident_id = '${cast.resident}' where id = $1`)).not.toBeNull();
    expect(await find(`employee_id = '${cast.supporter}' where id = $1`)).toBeNull();
    await gateway.database.asOwner('update recreation.encounter set employee_id = $2 where id = $1', [matters.encounter, cast.clerk]);
  });

  test('is refused to other roles', async () => {
    expect((await ask('support', { purpose: 'CUSTOMER_SUPPORT' })).codes).toEqual(['FIELD_NOT_PERMITTED']);
    expect((await ask('resident', {})).codes).toEqual(['FIELD_NOT_PERMITTED']);
  });
});

describe('changing the purpose of an encounter', () => {
  const change = `mutation($input: ChangeEncounterPurposeInput!) { changeEncounterPurpose(input: $input) {
    encounter { id purpose endedAt resident { id } } } }`;
  const go = (purpose: string, encounterId: string = matters.encounter, asked: object = {}) =>
    gateway.ask('customer-service', change, { variables: { input: { encounterId } }, purpose, ...asked });
  afterEach(() =>
    gateway.database.asOwner(`update recreation.encounter set purpose = 'SERVICE_PROVISION' where id = $1`, [matters.encounter]),
  );

  test('makes it the case for the new purpose, and no longer for the old one', async () => {
    const owed = `{ accounts { edges { node { balance resident { id } } } } }`;
    const payment = { purpose: 'PAYMENT', case: matters.encounter };
    expect((await gateway.ask('customer-service', owed, payment)).codes).toEqual(['CASE_UNKNOWN']);
    const { data, errors } = await go('PAYMENT');
    expect(errors).toEqual([]);
    expect(data.changeEncounterPurpose.encounter).toMatchObject({ id: matters.encounter, purpose: 'PAYMENT', endedAt: null });
    expect((await gateway.ask('customer-service', owed, payment)).data.accounts.edges[0].node).toMatchObject({
      balance: expect.any(String),
      resident: { id: cast.resident },
    });
    expect((await gateway.ask('customer-service', current, { ...counter, case: matters.encounter })).codes).toEqual(['CASE_UNKNOWN']);
    // The same again changes nothing, so that a client may repeat it.
    expect((await go('PAYMENT')).data.changeEncounterPurpose.encounter.purpose).toBe('PAYMENT');
  });

  test('has an entry of its own, for the new purpose, about the resident', async () => {
    await gateway.sequence();
    for (const purpose of ['AGE_VERIFICATION', 'PAYMENT']) {
      await go(purpose);
      await gateway.sequence();
    }
    const entries = await gateway.database.asOwner(
      `select entry.header ->> 'purpose' as purpose, entry.header ->> 'outcome' as outcome, about.subject_id as about
       from access_log.full_entry entry join access_log.segment about on about.seq = entry.seq and about.month = entry.month
       where entry.header -> 'rootFields' ? 'Mutation.changeEncounterPurpose' and about.subject_id is not null
       order by entry.seq desc limit 2`,
    );
    expect(entries).toEqual([
      { purpose: 'PAYMENT', outcome: 'ANSWERED', about: cast.resident },
      { purpose: 'AGE_VERIFICATION', outcome: 'ANSWERED', about: cast.resident },
    ]);
  });

  test('restarts the idle time, and cannot revive an encounter that has ended', async () => {
    const active = async (minutes: number): Promise<void> => {
      await gateway.database.asOwner(
        `update recreation.encounter set last_active_at = $2::timestamptz - make_interval(mins => $3) where id = $1`,
        [matters.encounter, testNow, minutes],
      );
    };
    await active(19);
    expect((await go('PAYMENT')).errors).toEqual([]);
    const [row] = await gateway.database.asOwner('select last_active_at from recreation.encounter where id = $1', [matters.encounter]);
    expect(row).toEqual({ last_active_at: testNow });
    await active(21);
    expect((await go('SERVICE_PROVISION')).codes).toEqual(['CONFLICT']);
    await active(0);
    await finish(matters.encounter);
    expect((await go('SERVICE_PROVISION')).codes).toEqual(['CONFLICT']);
  });

  test('fails for an encounter of another employee, and for the own record, like for an unknown one', async () => {
    for (const id of [matters.otherEncounter, unknownId]) expect((await go('PAYMENT', id)).codes).toEqual(['NOT_FOUND']);
    await gateway.database.asOwner('update recreation.encounter set resident_id = $2 where id = $1', [
      matters.encounter,
      cast.clerkAsResident,
    ]);
    expect((await go('PAYMENT')).codes).toEqual(['NOT_FOUND']);
    await gateway.database.asOwner('update recreation.encounter set resident_id = $2 where id = $1', [matters.encounter, cast.resident]);
    expect((await go('PAYMENT', 'x')).errors[0]!.extensions).toMatchObject({
      code: 'INPUT_INVALID',
      coordinates: ['ChangeEncounterPurposeInput.encounterId'],
    });
  });
});
