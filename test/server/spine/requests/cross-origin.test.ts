import { beforeAll, describe, expect, test } from '@jest/globals';
import { useGateway } from '../../../helpers/gateway/use-gateway.ts';

const listed = 'https://staff.example';
const query = JSON.stringify({ query: '{ me { givenName } }' });
let authorization: string;
const gateway = useGateway({ corsOrigins: [listed] });
beforeAll(async () => {
  authorization = `Bearer ${await gateway.token('resident')}`;
});

const post = (origin: string) =>
  gateway.send({ method: 'POST', headers: { 'content-type': 'application/json', authorization, origin }, body: query });
const preflight = (origin: string, path = '/graphql', method = 'POST') =>
  gateway.send({ method: 'OPTIONS', path, headers: { origin, 'access-control-request-method': method } });

async function entries(): Promise<number> {
  const [row] = await gateway.database.asOwner<{ count: number }>(
    'select ((select count(*) from access_log.staged) + (select count(*) from access_log.entry))::int as count',
  );
  return row!.count;
}

describe('a page of a listed origin', () => {
  test('may ask, with the headers of this gateway', async () => {
    const { headers, status } = await preflight(listed);
    expect([status, headers.get('access-control-allow-origin')]).toEqual([204, listed]);
    expect(headers.get('access-control-allow-headers')).toContain('privacy-purpose');
    expect(headers.get('access-control-allow-methods')).toBe('GET, POST');
    expect(headers.get('access-control-allow-credentials')).toBeNull();
  });

  test('sees the answer, and when to try again', async () => {
    const { headers, data } = await post(listed);
    expect(data.me.givenName).toEqual(expect.any(String));
    expect(headers.get('access-control-allow-origin')).toBe(listed);
    expect(headers.get('access-control-expose-headers')).toBe('retry-after, www-authenticate, x-request-id');
    expect(headers.get('vary')).toContain('Origin');
  });

  test('sees a refusal and its code', async () => {
    const answer = await gateway.send({
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: 'Bearer none', origin: listed },
      body: query,
    });
    expect([answer.status, answer.codes, answer.headers.get('access-control-allow-origin')]).toEqual([401, ['TOKEN_INVALID'], listed]);
  });
});

describe('a page of another origin', () => {
  test.each(['https://elsewhere.example', 'http://staff.example', 'https://staff.example:8443', 'null', 'https://staff.example.evil', 'x'])(
    '(%s) gets no answer, and nothing is read',
    async (origin) => {
      const before = await entries();
      const answer = await post(origin);
      expect([answer.status, answer.codes, answer.data]).toEqual([403, ['ORIGIN_NOT_ALLOWED'], undefined]);
      expect(answer.headers.get('access-control-allow-origin')).toBeNull();
      expect(await entries()).toBe(before);
      const headers = { 'content-type': 'application/json', accept: 'application/json', authorization, origin };
      expect((await gateway.send({ method: 'POST', headers, body: query })).status).toBe(403);
      expect((await preflight(origin)).headers.get('access-control-allow-origin')).toBeNull();
    },
  );

  test('may read the access log’s tree', async () => {
    await gateway.sequence();
    const answer = await gateway.send({ path: '/log/checkpoint', headers: { origin: 'https://elsewhere.example' } });
    expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([200, '*']);
    const { headers } = await preflight('https://elsewhere.example', '/log/tile/0/000', 'GET');
    expect(headers.get('access-control-allow-origin')).toBe('*');
  });
});

test('a page of the gateway’s own origin may ask', async () => {
  expect((await post(new URL(gateway.url).origin)).data.me.givenName).toEqual(expect.any(String));
});
