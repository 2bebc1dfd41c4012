import { town } from '../../src/town/index.ts';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from '@jest/globals';
import { buildSchema as buildPlainSchema, parse, validate } from 'graphql';
import { typeDefs } from '../../bench/day/contenders/schema.ts';
import { openDayLoad } from '../../bench/day/load.ts';
import { kinds, operations, type Kind } from '../../bench/day/operations.ts';
import type { Lane } from '../../bench/day/people.ts';
import { drawRequests, encounterPlace, type Request, type Sequence } from '../../bench/day/requests.ts';
import { buildSchema } from '../../src/server/spine/document/build-schema.ts';
import { until } from '../helpers/time/until.ts';

const workers = (name: string, count: number, matters: number) =>
  Array.from({ length: count }, (_worker, at) => ({
    id: `${name} ${at}`,
    matters: Array.from({ length: matters }, (_matter, turn) => `${name} ${at} matter ${turn}`),
  }));
const lane: Lane = {
  clerks: workers('clerk', 3, 4),
  searches: [['ab'], ['cd'], ['ef']],
  supporters: workers('supporter', 2, 3),
  customers: ['customer 1', 'customer 2'],
  buyers: ['buyer'],
  repliers: [{ id: 'replier', ticket: 'ticket' }],
  service: 'service',
};
const sent = ({ requests, order }: Sequence): Request[] => order.map((place) => requests[place]!);

describe('the requests of a town’s day', () => {
  test('are valid in the schema of the gateway and in that of the other servers', () => {
    const schemas = [buildSchema(town).schema, buildPlainSchema(typeDefs)];
    for (const kind of kinds)
      for (const schema of schemas) expect([kind, validate(schema, parse(operations[kind].query))]).toEqual([kind, []]);
  });

  test('are 40 % own data, 20 % records, 15 % searches, 10 % tickets, 10 % changes and 5 % access histories', () => {
    const share = (...names: Kind[]): number => names.reduce((sum, name) => sum + operations[name].share, 0);
    expect([share('me', 'own purchases', 'own tickets'), share('record'), share('search'), share('queue', 'ticket')]).toEqual([
      40, 20, 15, 10,
    ]);
    expect([share('start encounter', 'purchase', 'reply'), share('history')]).toEqual([10, 5]);
    const drawn = Map.groupBy(sent(drawRequests(lane, 1)), ({ kind }) => kind);
    const all = sent(drawRequests(lane, 1)).length;
    for (const kind of kinds) expect([kind, (100 * drawn.get(kind)!.length) / all]).toEqual([kind, operations[kind].share]);
  });

  test('are the same for the same seed, and others for another connection', () => {
    expect(drawRequests(lane, 1)).toEqual(drawRequests(lane, 1));
    expect(sent(drawRequests(lane, 2))).not.toEqual(sent(drawRequests(lane, 1)));
  });

  test('read the record of the resident whom the clerk serves, under the encounter begun last', () => {
    const all = sent(drawRequests(lane, 1));
    expect(all[0]?.kind).toBe('start encounter');
    let started = all[0]!;
    for (const request of all) {
      if (request.kind === 'start encounter') started = request;
      if (request.kind === 'search') expect(request.principal).toBe(started.principal);
      if (request.kind !== 'record') continue;
      expect(request).toMatchObject({ principal: started.principal, variables: started.variables, case: encounterPlace });
    }
    expect(new Set(all.filter(({ kind }) => kind === 'start encounter').map(({ principal }) => principal)).size).toBe(3);
  });
});

describe('a load of a day', () => {
  let server: Server | undefined;
  afterEach(() => void server?.close());

  const start: Request = {
    kind: 'start encounter',
    principal: 'clerk',
    role: 'CUSTOMER_SERVICE',
    purpose: 'SERVICE_PROVISION',
    variables: { id: 'one' },
  };
  const record: Request = { ...start, kind: 'record', case: encounterPlace };
  async function openLoad(answer: RequestListener) {
    server = createServer(answer);
    await new Promise<void>((done) => server!.listen(0, '127.0.0.1', done));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
    return openDayLoad(url, [{ requests: [start, record], order: [0, 1] }], () => Promise.resolve('token'));
  }

  test('names the encounter that began last as the case of a record, and counts the answers', async () => {
    const cases: (string | undefined)[] = [];
    const load = await openLoad((request, response) => {
      const { 'privacy-case': matter } = request.headers;
      cases.push(matter as string | undefined);
      response.end(matter === undefined ? '{"data":{"id":"the encounter","startedAt":"now"}}' : '{"data":{"familyName":"Ünal"}}');
    });
    let counted = 0;
    await until(async () => {
      counted += (await load.slice(50)).answers;
      return cases.includes('the encounter');
    });
    await load.stop();
    expect(counted).toBe(cases.length);
    expect(new Set(cases)).toEqual(new Set([undefined, 'the encounter']));
  });

  test.each([
    ['with errors', 200, '{"errors":[{"message":"The read budget is spent."}],"data":{"resident":null}}'],
    ['that finds nothing', 200, '{"data":{"resident":null}}'],
    ['that is no 200', 429, '{"data":{"familyName":"Smith"}}'],
  ])('fails for an answer %s', async (_name, status, body) => {
    const load = await openLoad((request, response) => {
      const begins = request.headers['privacy-case'] === undefined;
      response.statusCode = begins ? 200 : status;
      response.end(begins ? '{"data":{"id":"the encounter","startedAt":"now"}}' : body);
    });
    // The first slices may be over before a record is asked for.
    let failure: unknown;
    await until(async () => {
      await load.slice(50).catch((error: unknown) => (failure = error));
      return failure !== undefined;
    });
    await load.stop();
    expect(String(failure)).toMatch(/refused \d+ of \d+ requests, the first: HTTP/);
  });
});
