import { connect } from 'node:net';
import { describe, expect, test } from '@jest/globals';
import { routableUrl } from '../../../../src/server/http/connections/http-server.ts';
import { useGateway } from '../../../helpers/gateway/use-gateway.ts';

// An answer that Fastify or Node would make by itself has the headers, the code and the line of every other answer.
const gateway = useGateway();

describe('a path that cannot be decoded', () => {
  const paths = ['/%', '/%zz', '/%E0%A4', '/log/%C3', '/%00%', '/sessions/%', '//%', `/log/${'a'.repeat(300)}`, '/%2%23', '/%25%'];

  test('names no route: its answer is that of an unknown path, and does not repeat it', async () => {
    const unknown = await gateway.send({ path: '/no-such-route' });
    expect([unknown.status, unknown.codes]).toEqual([404, ['ROUTE_UNKNOWN']]);
    const shape = ({ status, headers, text }: typeof unknown): unknown => [
      status,
      text,
      [...headers].filter(([name]) => !['date', 'x-request-id', 'keep-alive', 'connection', 'access-control-allow-origin'].includes(name)),
      headers.get('x-request-id')?.length,
    ];
    const answers = await Promise.all(paths.map(async (path) => [path, shape(await gateway.send({ path }))]));
    expect(answers).toEqual(paths.map((path) => [path, shape(unknown)]));
  });

  test('is found before Fastify answers by itself, whatever bytes it has', async () => {
    const bytes = ['%', '2', 'F', '%C3', '%A9', '%25', 'z', '/', '%2F', ':'];
    const made = Array.from({ length: 60 }, (_none, seed) =>
      Array.from({ length: 1 + (seed % 7) }, (_also, at) => bytes[(seed * 7_919 + at * (seed + 31)) % bytes.length]!).join(''),
    );
    expect(made.filter((path) => routableUrl(`/${path}`) === '/~').length).toBeGreaterThan(20);
    const answers = await Promise.all(made.map(async (path) => ({ path, ...(await gateway.send({ path: `/x${path}` })) })));
    expect(answers.filter(({ codes, headers }) => codes[0] === undefined || !headers.has('x-request-id')).map(({ path }) => path)).toEqual(
      [],
    );
    expect(['*', 'http://[', 'x:', 'http://town.example/%'].map(routableUrl)).toEqual(['/~', '/~', '/~', '/~']);
    expect(['/graphql', '/log/%2F?x=%', 'http://town.example/graphql?a'].map(routableUrl)).toEqual([
      '/graphql',
      '/log/%2F?x=%',
      '/graphql?a',
    ]);
  });
});

test.each<[string, readonly string[], number]>([
  ['what is no request', ['GET / HTTP/1.1\r\nbad header\r\n\r\n'], 400],
  ['headers that are too long', [`GET / HTTP/1.1\r\nhost: a\r\nx: ${'y'.repeat(20_000)}\r\n\r\n`], 400],
  ['an expectation that is unknown', ['GET /no-such-route HTTP/1.1\r\nhost: a\r\nexpect: more\r\nconnection: close\r\n\r\n'], 404],
  ['a target that is no path', ['OPTIONS * HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n'], 404],
])('%s gets an answer with the usual headers and a code', async (_what, [text], status) => {
  const socket = connect(Number(new URL(gateway.url).port), new URL(gateway.url).hostname);
  const answer = new Promise<string>((resolve, reject) => {
    let all = '';
    socket
      .on('data', (part) => (all += String(part)))
      .on('close', () => resolve(all))
      .on('error', reject);
  });
  socket.write(text!);
  const read = await answer.catch(() => '');
  expect(read).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  for (const header of [
    'content-security-policy: default-src',
    'x-content-type-options: nosniff',
    'cache-control: no-store',
    'content-language',
  ])
    expect(read.toLowerCase()).toContain(header);
  expect(read).toMatch(/"code":"[A-Z_]+"/);
});
