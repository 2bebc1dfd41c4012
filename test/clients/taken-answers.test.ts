import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { cast, matters } from '../../demo/personas.ts';
import { openGateway, type TestGateway } from '../helpers/gateway/gateway.ts';
import { drivers } from './drivers/drivers.ts';

// Answers that a client of client/ must take: to refuse them would hide what was read or changed.
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

  test.each(['resident', 'customer-service', 'collection-agency'])('the catalogue is read without a purpose: %s', async (persona) => {
    const session = await open(persona);
    const driven = driver.drive(session.client({ purpose: null }));
    expect(await driven.read('Catalogue')).toEqual({ data: { services: { totalCount: expect.any(Number) } }, codes: [] });
    expect((await driven.read('Me')).data?.me ?? null).toBeNull();
    session.end();
  });

  test('a ticket that the helpdesk opens for the person of its case leaves the case as it is', async () => {
    const session = await open('support');
    const ours = { purpose: 'CUSTOMER_SUPPORT', case: matters.ticket };
    const driven = driver.drive(session.client(ours));
    const opened = await driven.change('OpenTicket');
    expect(opened).toEqual({ data: { openTicket: { ticket: { id: expect.any(String), subject: 'Lost glove' } } }, codes: [] });
    expect((await driven.read('Served')).data).toMatchObject({ currentCase: { id: matters.ticket } });
    expect(session.client(ours)).toBeDefined();
    session.end();
  });

  test('what is withheld without a case is not in the cache of the case', async () => {
    const session = await open('customer-service');
    const started = driver.drive(session.begin({ purpose: 'SERVICE_PROVISION' }));
    const variables = { id: cast.resident };
    const before = await started.read('Profile', variables);
    const { id } = (await started.change('StartEncounter', variables)).data.startEncounter.encounter;
    const served = driver.drive(session.client({ purpose: 'SERVICE_PROVISION', case: id }));
    const { data } = await served.read('Profile', variables);
    expect({ before, data }).toMatchObject({
      before: { data: undefined, codes: ['CASE_NOT_BEGUN'] },
      data: { resident: { address: { street: expect.any(String) } } },
    });
    session.end();
  });

  test('a query that was refused is answered wherever else it is asked', async () => {
    const session = await open('customer-service');
    const driven = driver.drive(session.client({ purpose: 'SERVICE_PROVISION' }));
    const screens = [driven.watch('Me')];
    expect((await driven.read('Me')).data?.me ?? null).toBeNull();
    screens.push(driven.watch('Me'));
    expect((await driven.read('Me')).data?.me ?? null).toBeNull();
    for (const screen of screens) screen.close();
    session.end();
  });
});
