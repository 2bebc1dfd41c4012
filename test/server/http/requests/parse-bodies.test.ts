import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { usualDeadlines } from '../../../../src/platform/settings/config.ts';
import { createHttpServer } from '../../../../src/server/http/connections/http-server.ts';
import { largeBody, parseBodies } from '../../../../src/server/http/requests/parse-bodies.ts';
import type { TimeShare } from '../../../../src/server/fairness/time-shares.ts';
import { noPause } from '../../../../src/engine/execution/pace.ts';
import { Metrics } from '../../../../src/server/observe/metrics/metrics.ts';
import { asPrivacyError } from '../../../../src/platform/errors/errors.ts';
import { until } from '../../../helpers/time/until.ts';

// No body is parsed before the test allows it.
const begins: (() => void)[] = [];
const share: TimeShare = { ...noPause, countBlocking() {}, prioritize() {}, charge() {}, isThrottled: false, end() {} };
const shares = { begin: () => new Promise<TimeShare>((resolve) => void begins.push(() => resolve(share))) };
const app = createHttpServer({ ...usualDeadlines, mostBodyBytes: 5 * largeBody }, [], new Metrics());
let url: string;
beforeAll(async () => {
  parseBodies(app, shares, 60_000);
  app.post('/', async ({ bodyLength }) => ({ bodyLength }));
  app.setErrorHandler(async (error, _request, reply) => reply.code(503).send({ code: asPrivacyError(error)?.code }));
  url = await app.listen({ host: '127.0.0.1', port: 0 });
});
afterAll(() => app.close());

test('the memory of large bodies that wait to be parsed is bounded, and counts nothing afterwards', async () => {
  const body = JSON.stringify({ query: 'x'.repeat(2 * largeBody) });
  const early: unknown[] = [];
  const all = Promise.allSettled(
    Array.from({ length: 3 }, async () => {
      const answer = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
      early.push(await answer.json());
    }),
  );
  await expect(until(() => early.length === 1)).resolves.toBeUndefined();
  expect(early).toEqual([{ code: 'OVERLOADED' }]);
  await until(() => app.bodies.total === 2 * body.length);
  for (const begin of begins) begin();
  expect((await all).map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled']);
  expect(early.slice(1)).toEqual([{ bodyLength: body.length }, { bodyLength: body.length }]);
  expect(app.bodies.total).toBe(0);
});
