import { describe, expect, test } from '@jest/globals';
import { useGateway } from '../helpers/gateway/use-gateway.ts';
import { wholeResponse } from '../helpers/asking/whole-response.ts';

// The gateway has few routes: no metrics, no console and no files.
const gateway = useGateway();

const unknown = '{"errors":[{"message":"There is nothing at this address.","extensions":{"code":"ROUTE_UNKNOWN"}}]}';
const paths = [
  '/',
  '/metrics',
  '/health/',
  '/healthz',
  '/health/ready',
  '/status',
  '/stats',
  '/debug',
  '/debug/pprof',
  '/version',
  '/favicon.ico',
  '/graphql/',
  '/graphql/schema',
  '/graphiql',
  '/playground',
  '/schema.graphql',
  '/sdl',
  '/.well-known/apollo/server-health',
  '/GRAPHQL',
  '/policy-matrix.md',
  '/package.json',
  '/.env',
  '/.data/secrets',
  '/../package.json',
  '/%2e%2e/package.json',
  '/residents/1',
  '/log',
  '/checkpoint',
];

test.each(paths)('%s is not found', async (path) => {
  const token = await gateway.token('privacy-officer');
  for (const headers of [{}, { authorization: `Bearer ${token}` }]) {
    for (const method of ['GET', 'POST']) {
      const answer = await gateway.send({ path, method, headers });
      expect([answer.status, answer.text]).toEqual([404, unknown]);
    }
  }
});

describe.each([
  ['/health', 'up'],
  ['/ready', 'ready'],
])('%s', (path, status) => {
  test(`reports that the gateway is ${status}, and nothing else`, async () => {
    const anybody = await gateway.send({ path });
    expect([anybody.status, anybody.text]).toEqual([200, `{"status":"${status}"}`]);
    const officer = await gateway.send({
      path: `${path}?verbose=1`,
      headers: { authorization: `Bearer ${await gateway.token('privacy-officer')}` },
    });
    expect(wholeResponse(officer)).toBe(wholeResponse(anybody));
  });

  test('answers the same whatever was asked before', async () => {
    const before = wholeResponse(await gateway.send({ path }));
    await gateway.ask('resident', '{ me { givenName } }');
    await gateway.database.asOwner('revoke insert on access_log.staged from ntk_gateway');
    expect((await gateway.ask('resident', '{ me { givenName } }')).codes).toEqual(['LOG_UNAVAILABLE']);
    expect(wholeResponse(await gateway.send({ path }))).toBe(before);
    await gateway.database.asOwner('grant insert on access_log.staged to ntk_gateway');
  });

  test.each(['POST', 'PUT', 'DELETE'])('takes no %s', async (method) => {
    expect((await gateway.send({ path, method })).text).toBe(unknown);
  });
});

test.each(['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])('/graphql refuses %s', async (method) => {
  const answer = await gateway.send({ path: `/graphql?query=${encodeURIComponent('{ me { givenName } }')}`, method });
  expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'POST']);
  expect(answer.text).toBe(
    method === 'HEAD' ? '' : '{"errors":[{"message":"Send operations with POST.","extensions":{"code":"METHOD_NOT_ALLOWED"}}]}',
  );
});
