import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { cast, matters } from '../../demo/personas.ts';
import { openGateway, type TestGateway } from '../helpers/gateway/gateway.ts';
import { drivers } from './drivers/drivers.ts';

// A screen that asks in the same turn of the event loop in which its session or case ends: its library must not answer from the cache.
const own = { purpose: 'SELF_SERVICE' };
const served = { purpose: 'SERVICE_PROVISION', case: matters.encounter };
const ended = { data: undefined, codes: ['CLIENT_ENDED'] };
const email = expect.stringContaining('@');

describe.each(drivers)('%s', (_name, driver) => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await openGateway();
  });
  afterAll(() => gateway.close());

  async function open(persona: string) {
    const token = await gateway.token(persona);
    return driver.openSession({ url: gateway.url, token: () => token });
  }

  test('what is asked right after the sign-out is not answered from the cache', async () => {
    const session = await open('resident');
    const driven = driver.drive(session.client(own));
    expect((await driven.read('Me')).data).toMatchObject({ me: { email } });
    session.end();
    expect(await driven.read('Me')).toEqual(ended);
  });

  test('what is asked right after the case ended is not answered from the cache', async () => {
    const session = await open('customer-service');
    const driven = driver.drive(session.client(served));
    const variables = { id: cast.resident };
    expect((await driven.read('Profile', variables)).data).toMatchObject({ resident: { email } });
    session.endCase(matters.encounter);
    expect(await driven.read('Profile', variables)).toEqual(ended);
    session.end();
  });

  test('nor is what a listener of the session asks when an answer ends the case', async () => {
    const session = await open('customer-service');
    const driven = driver.drive(session.client(served));
    const variables = { id: cast.resident };
    expect((await driven.read('Profile', variables)).data).toMatchObject({ resident: { email } });
    const asked = Promise.withResolvers<unknown>();
    const unsubscribe = session.subscribe(() => {
      if (session.client(served) === undefined) asked.resolve(driven.read('Profile', variables));
    });
    expect((await driven.change('EndEncounter', { id: matters.encounter })).data).toMatchObject({ endEncounter: { encounter: {} } });
    expect(await asked.promise).toEqual(ended);
    unsubscribe();
    session.end();
  });
});
