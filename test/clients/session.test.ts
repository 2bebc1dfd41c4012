import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { whyMissing } from '../../client/src/report.ts';
import type { SessionOptions } from '../../client/src/session.ts';
import { cast, matters } from '../../demo/personas.ts';
import { openGateway, type TestGateway } from '../helpers/gateway/gateway.ts';
import { settled } from './drivers/settled.ts';
import { drivers } from './drivers/drivers.ts';

// The promises of client/, with each library and its cache, against the running gateway.
const variables = { id: cast.resident };
const served = { purpose: 'SERVICE_PROVISION', case: matters.encounter };
const unserved = { purpose: 'SERVICE_PROVISION' };
const email = expect.stringContaining('@');

describe.each(drivers)('%s', (_name, driver) => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await openGateway();
  });
  afterAll(() => gateway.close());

  /** A session of a persona, and how to drive its clients. */
  async function open(persona: string, options: Partial<SessionOptions> = {}) {
    const token = await gateway.token(persona);
    const session = driver.openSession({ url: gateway.url, token: () => token, ...options });
    const at = (partition: { purpose: string; case?: string }) => driver.drive(session.client(partition));
    return { session, at };
  }

  test('one cache for all purposes shows a value under a purpose for which it is withheld', async () => {
    const plain = driver.openPlain(gateway.url, `Bearer ${await gateway.token('customer-service')}`);
    const { data } = await plain({ 'privacy-purpose': 'SERVICE_PROVISION', 'privacy-case': matters.encounter }).read('Profile', variables);
    const shown = await plain({ 'privacy-purpose': 'AGE_VERIFICATION' }).read('Profile', variables);
    expect(shown).toEqual({ data, codes: [] });
    expect(shown.data.resident).toMatchObject({ email, birthDate: null });
  });

  test('a value is shown for the purpose and case for which it was read, and for no other', async () => {
    const { session, at } = await open('customer-service');
    expect((await at(served).read('Profile', variables)).data.resident).toMatchObject({ email, birthDate: null });
    expect((await at(unserved).read('Profile', variables)).data.resident).toMatchObject({ givenName: expect.any(String), email: null });
    expect((await at({ purpose: 'PAYMENT' }).read('Profile', variables)).data.resident).toBeNull();
    expect((await at(served).read('Profile', variables)).data.resident).toMatchObject({ email });
    session.end();
  });

  test('a withheld field has a reason, and an error its code, in addition to the data', async () => {
    const { session, at } = await open('resident');
    const own = { purpose: 'SELF_SERVICE' };
    const { data } = await at(own).read('Mixed');
    expect(data).toEqual({ me: { id: cast.resident, givenName: expect.any(String) }, webVisits: null });
    const report = driver.report(session, session.client(own), 'Mixed')!;
    expect(whyMissing(report, ['webVisits'])).toEqual({ code: 'FIELD_NOT_PERMITTED', reason: 'OTHER_ROLE' });
    expect(whyMissing(report, ['me', 'givenName'])).toBeUndefined();
    session.end();
    const clerk = await open('customer-service');
    await clerk.at(served).read('Profile', variables);
    const about = driver.report(clerk.session, clerk.session.client(served), 'Profile', variables)!;
    expect(about).toMatchObject({ purpose: 'SERVICE_PROVISION', case: matters.encounter });
    expect(whyMissing(about, ['resident', 'birthDate'])).toEqual({
      code: 'WITHHELD',
      coordinate: 'Resident.birthDate',
      reason: 'NO_GRANT',
    });
    clerk.session.end();
  });

  test('an answer for another purpose or case is refused', async () => {
    const { session, at } = await open('customer-service', {
      // A proxy that mixes headers up.
      fetch: (input, init) => {
        const headers = new Headers(init?.headers);
        headers.set('privacy-purpose', 'PAYMENT');
        return fetch(input, { ...init, headers });
      },
    });
    expect((await at({ purpose: 'PAYMENT' }).read('Profile', variables)).data).toEqual({ resident: null });
    expect(await at(unserved).read('Search')).toEqual({ data: undefined, codes: ['ANSWER_FOREIGN'] });
    session.end();
  });

  test('sign-out empties screens and caches, and nothing is sent any more', async () => {
    let sent = 0;
    const { session } = await open('resident', {
      fetch: (input, init) => {
        sent += 1;
        return fetch(input, init);
      },
    });
    const client = session.client({ purpose: 'SELF_SERVICE' });
    const driven = driver.drive(client);
    await driven.read('Me');
    const screen = driven.watch('Me');
    await settled();
    expect(screen.shown()).toMatchObject({ me: { email } });
    session.end();
    await settled();
    expect(screen.shown()).toBeUndefined();
    expect(await driven.read('Me')).toEqual({ data: undefined, codes: ['CLIENT_ENDED'] });
    expect(session.client({ purpose: 'SELF_SERVICE' })).toBeUndefined();
    expect([session.endedBy, sent]).toEqual(['SIGNED_OUT', 1]);
    screen.close();
  });

  test('an answer that comes after sign-out is not shown', async () => {
    const waiting = Promise.withResolvers<void>();
    const { session, at } = await open('resident', {
      fetch: async (input, init) => {
        const response = await fetch(input, { ...init, signal: null });
        await waiting.promise;
        return response;
      },
    });
    const driven = at({ purpose: 'SELF_SERVICE' });
    const screen = driven.watch('Me');
    const asked = driven.read('Me');
    await settled();
    session.end();
    waiting.resolve();
    expect((await asked).data).toBeUndefined();
    await settled();
    expect(screen.shown()).toBeUndefined();
    screen.close();
  });

  test('a token of another principal ends the session', async () => {
    const tokens = [await gateway.token('resident'), await gateway.token('resident'), await gateway.token('neighbour')];
    const { session, at } = await open('resident', { token: () => tokens.shift() });
    const driven = at({ purpose: 'SELF_SERVICE' });
    expect((await driven.read('Me')).data).toMatchObject({ me: { id: cast.resident } });
    expect((await driven.read('Mixed')).data).toMatchObject({ me: { id: cast.resident } });
    expect(await driven.read('Served')).toEqual({ data: undefined, codes: ['PRINCIPAL_CHANGED'] });
    expect(session.endedBy).toBe('PRINCIPAL_CHANGED');
  });

  test('a token that is not valid ends the session, and the code is shown', async () => {
    const { session, at } = await open('resident', { token: () => 'none' });
    expect(await at({ purpose: 'SELF_SERVICE' }).read('Me')).toEqual({ data: undefined, codes: ['TOKEN_INVALID'] });
    expect(session.endedBy).toBe('TOKEN_INVALID');
  });

  test('a case that ends takes with it what was read for it', async () => {
    const { session, at } = await open('customer-service');
    const started = driver.drive(session.begin(unserved));
    const { data } = await started.change('StartEncounter', variables);
    const { id } = data.startEncounter.encounter;
    // The encounter of the demo ended when this one began.
    const ours = { ...unserved, case: id };
    const driven = at(ours);
    const screen = driven.watch('Served');
    await driven.read('Served');
    await settled();
    expect(screen.shown()).toMatchObject({ currentCase: { resident: { email } } });
    expect(await driven.change('EndEncounter', { id })).toMatchObject({ data: { endEncounter: { encounter: { id } } }, codes: [] });
    await settled();
    expect(screen.shown()).toBeUndefined();
    expect(session.client(ours)).toBeUndefined();
    expect((await at(unserved).read('Profile', variables)).data.resident).toMatchObject({ email: null });
    screen.close();
    session.end();
  });

  test('a case that ended elsewhere ends here with the first answer that says so', async () => {
    const { session, at } = await open('customer-service');
    const other = { purpose: 'SERVICE_PROVISION', case: matters.otherEncounter };
    expect(await at(other).read('Served')).toEqual({ data: undefined, codes: ['CASE_UNKNOWN'] });
    expect(session.client(other)).toBeUndefined();
    session.end();
  });
});
