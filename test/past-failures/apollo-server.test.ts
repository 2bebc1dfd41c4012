import { describe, expect, test } from '@jest/globals';
import { cast, matters } from '../../demo/personas.ts';
import type { Answered } from '../helpers/gateway/gateway.ts';
import { useGateway } from '../helpers/gateway/use-gateway.ts';
import { askFrom, standpoints } from '../helpers/asking/standpoints.ts';
import { wholeResponse } from '../helpers/asking/whole-response.ts';

// Apollo Server 5: failures that its lifecycle allows.
const gateway = useGateway();

describe('Apollo Server: the document store reuses for one role what was validated for another', () => {
  test('validation does not depend on the role, and each role sees only what it may see', async () => {
    const query = `{ webVisits(first: 1) { edges { node { networkAddress } } } resident(id: "${cast.resident}") { givenName birthDate } }`;
    const orders = [
      ['security', 'resident', 'customer-service'],
      ['resident', 'security', 'customer-service'],
    ];
    const purposes: Record<string, string> = {
      security: 'WEBSITE_SECURITY',
      resident: 'SELF_SERVICE',
      'customer-service': 'SERVICE_PROVISION',
    };
    for (const order of orders) {
      for (const persona of order) {
        const { data } = await gateway.ask(persona, query, { purpose: purposes[persona]! });
        expect(data.webVisits !== null).toBe(persona === 'security');
        expect(data.resident).toEqual(
          {
            security: null,
            resident: { givenName: 'Peregrine', birthDate: '2008-12-15' },
            'customer-service': { givenName: 'Peregrine', birthDate: null },
          }[persona],
        );
      }
    }
  });

  test('an invalid document gets the same answer for all principals, but for what each role sees of the schema', async () => {
    for (const query of ['{ nothing }', '{ me { secret } }', '{ webVisits { edges { node { person } } } }']) {
      const ask = () => Promise.all(standpoints.filter(({ asked }) => !('case' in asked)).map((one) => askFrom(gateway, one, query)));
      const answers = await ask();
      for (const { status, codes } of answers) expect([status, codes]).toEqual([400, ['DOCUMENT_INVALID']]);
      expect((await ask()).map(wholeResponse)).toEqual(answers.map(wholeResponse));
    }
  });

  test('the same introspection query is answered from the view of each role that asks it', async () => {
    const query = '{ __type(name: "WebVisit") { fields { name } } }';
    const fields = async (persona: string | null) => (await gateway.ask(persona, query)).data.__type;
    expect((await fields('security')).fields).toHaveLength(7);
    for (const persona of ['resident', null, 'customer-service', 'police']) expect(await fields(persona)).toBeNull();
    expect((await fields('security')).fields).toHaveLength(7);
  });
});

describe('Apollo Server, graphql-js: coercion errors quote the input and suggest names', () => {
  const query = 'query ($input: UpdateContactInput!) { updateContact(input: $input) { resident { id } } }'.replace('query', 'mutation');
  test.each([
    ['a misspelt field', { residentId: cast.resident, emial: 'kestrelpost@example.org' }, ['$input']],
    ['an object in place of a string', { residentId: cast.resident, email: { kestrelpost: 1 } }, ['$input.email']],
    ['a list in place of an object', ['kestrelpost'], ['$input']],
    ['a string in place of an object', 'kestrelpost@example.org', ['$input', '$input.residentId']],
    ['a missing required value', undefined, ['$input']],
  ])('%s', async (_name, input, coordinates) => {
    const { status, codes, errors, text, data } = await gateway.ask('resident', query, { variables: { input } });
    expect({ status, codes, data }).toEqual({ status: 400, codes: ['INPUT_INVALID'], data: undefined });
    expect(errors[0]!.extensions.coordinates!.filter((one) => !coordinates.includes(one) && !/^\$input\.\w+$/.test(one))).toEqual([]);
    expect(text).not.toMatch(/did you mean|kestrelpost|emial|got invalid value/i);
  });
});

describe('Apollo Server: requests that never reach willSendResponse', () => {
  const entries = async () =>
    (
      await gateway.database.asOwner<{ count: number }>(
        'select ((select count(*) from access_log.staged) + (select count(*) from access_log.entry))::int as count',
      )
    )[0]!.count;
  const me = JSON.stringify({ query: '{ me { givenName } }' });

  test('a batch, a malformed body and a bad token are refused before anything is read', async () => {
    const authorization = `Bearer ${await gateway.token('resident')}`;
    const post = (body: string, headers: Record<string, string> = {}): Promise<Answered> =>
      gateway.send({ method: 'POST', headers: { 'content-type': 'application/json', authorization, ...headers }, body });
    const before = await entries();
    expect((await post(me)).data.me.givenName).toBe('Peregrine');
    expect(await entries()).toBe(before + 1);
    const refused = [
      await post(`[${me},${me}]`),
      await post(`[${me}]`),
      await post(me.slice(1)),
      await post(me, { 'content-type': 'text/plain' }),
      await post(me, { authorization: 'Bearer nobody' }),
      await post(me, { authorization: `Basic ${Buffer.from('resident:').toString('base64')}` }),
      await post(JSON.stringify({ extensions: { persistedQuery: { version: 1, sha256Hash: 'a'.repeat(64) } } })),
      await gateway.send({ path: `/graphql?query=${encodeURIComponent('{ me { givenName } }')}`, headers: { authorization } }),
    ];
    for (const { codes, data, text } of refused) {
      expect(codes).toHaveLength(1);
      expect(data).toBeUndefined();
      expect(text).not.toContain('Peregrine');
    }
    expect(await entries()).toBe(before + 1);
  });

  test('no operation runs if none is chosen, not even the first', async () => {
    const two = 'query Own { me { givenName } } query Other { services { totalCount } }';
    expect((await gateway.ask('resident', two, { operationName: 'Own' })).data.me.givenName).toBe('Peregrine');
    for (const operationName of [undefined, '', 'own', 'Neither']) {
      const { codes, data } = await gateway.ask('resident', two, operationName === undefined ? {} : { operationName });
      expect([codes, data]).toEqual([['OPERATION_UNKNOWN'], undefined]);
    }
  });
});

describe('Apollo Server: contextValue is cloned, and no two operations share it', () => {
  test('many operations at once each get their own answer', async () => {
    const query = 'query ($id: ID!) { resident(id: $id) { id givenName email birthDate account { balance } } }';
    const asked = standpoints.filter(({ asked: { mandate } }: { asked: { mandate?: string } }) => mandate !== matters.expiredOrder);
    const ask = (one: (typeof asked)[number]) => askFrom(gateway, one, query, { id: cast.resident }).then(wholeResponse);
    const alone: string[] = [];
    for (const one of asked) alone.push(await ask(one));
    expect(new Set(alone).size).toBeGreaterThan(10);
    for (let round = 0; round < 3; round += 1) expect(await Promise.all(asked.map(ask))).toEqual(alone);
  });
});
