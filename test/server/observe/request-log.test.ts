import { describe, expect, test } from '@jest/globals';
import { cast } from '../../../demo/personas.ts';
import { openGateway } from '../../helpers/gateway/gateway.ts';
import { useGateway } from '../../helpers/gateway/use-gateway.ts';

const gateway = useGateway();

/** The lines about requests that were written while `work` ran, without what differs each time. */
async function linesOf(work: () => Promise<unknown>): Promise<Record<string, unknown>[]> {
  const before = gateway.observed.requestLines.length;
  await work();
  return gateway.observed.requestLines.slice(before).map((line) => {
    const { time, milliseconds, requestId, traceId, ...members } = JSON.parse(line) as Record<string, unknown>;
    expect([typeof time, typeof milliseconds]).toEqual(['number', 'number']);
    expect(requestId).toBe('request');
    expect(traceId).toMatch(/^[\da-f]{32}$/);
    return members;
  });
}

describe('each request gets one line, which names its route and nothing of its content:', () => {
  const request = { level: 30, msg: 'request' };

  test('an answer', async () => {
    const lines = await linesOf(() => gateway.ask('resident', '{ me { givenName } }'));
    expect(lines).toEqual([{ ...request, method: 'POST', route: '/graphql', status: 200 }]);
  });

  test('a refusal, with its code', async () => {
    const lines = await linesOf(() => gateway.ask(null, '{ me { givenName } }'));
    expect(lines).toEqual([{ ...request, method: 'POST', route: '/graphql', status: 294, code: 'AUTHENTICATION_REQUIRED' }]);
  });

  test('a body that is no operation', async () => {
    const lines = await linesOf(() => gateway.send({ method: 'POST', headers: { 'content-type': 'application/json' }, body: '{' }));
    expect(lines).toEqual([{ ...request, method: 'POST', route: '/graphql', status: 400, code: 'BODY_INVALID' }]);
  });

  test('an address with an id and a query string, which are not written', async () => {
    const lines = await linesOf(() => gateway.send({ path: `/residents/${cast.resident}?name=Castellow` }));
    expect(lines).toEqual([{ ...request, method: 'GET', route: 'none', status: 404, code: 'ROUTE_UNKNOWN' }]);
  });

  test('a tile, under the route of all tiles', async () => {
    const lines = await linesOf(() => gateway.send({ path: '/log/tile/0/999' }));
    expect(lines).toEqual([{ ...request, method: 'GET', route: '/log/tile/*', status: 404, code: 'ROUTE_UNKNOWN' }]);
  });
});

test('every answer has the id of its request, and no client chooses a text for it', async () => {
  const other = await openGateway({ newRequestId: undefined }, gateway.database);
  const ids = new Set<string>();
  for (const headers of [{}, { 'x-request-id': 'Castellow' }, { 'request-id': 'Castellow' }]) {
    const answer = await other.ask('resident', '{ me { givenName } }', { headers });
    const id = answer.headers.get('x-request-id');
    expect(id).toMatch(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/);
    ids.add(id!);
    expect(other.observed.requestLines.at(-1)).toContain(`"requestId":"${id}"`);
  }
  expect(ids.size).toBe(3);
  // A UUID or a trace id is taken, so that a client can name its request.
  for (const id of ['3F2504E0-4F89-41D3-9A0C-0305E82C3301', '4bf92f3577b34da6a3ce929d0e0e4736']) {
    const answer = await other.ask('resident', '{ me { givenName } }', { headers: { 'x-request-id': id } });
    expect(answer.headers.get('x-request-id')).toBe(id);
    expect(other.observed.requestLines.at(-1)).toContain(`"requestId":"${id}"`);
  }
  await other.close();
});

describe('the client’s address', () => {
  test('is not written by default', () => {
    expect(gateway.observed.requestLines.join('')).not.toContain('127.0.0.1');
  });

  test('is written where a setting asks for it', async () => {
    const other = await openGateway({ requestLog: 'addresses' }, gateway.database);
    await other.ask('resident', '{ me { givenName } }');
    expect(JSON.parse(other.observed.requestLines[0]!)).toMatchObject({ route: '/graphql', address: '127.0.0.1' });
    await other.close();
  });

  test('is not written where no lines about requests are', async () => {
    const other = await openGateway({ requestLog: 'off' }, gateway.database);
    await other.ask('resident', '{ me { givenName } }');
    expect(other.observed.requestLines).toEqual([]);
    await other.close();
  });
});
