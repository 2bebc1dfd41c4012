import { expect, test } from '@jest/globals';
import { PrivacyError } from '../../../src/platform/errors/errors.ts';
import type { Principal } from '../../../src/engine/purpose/principal.ts';
import { usualRequestLimits } from '../../../src/platform/settings/config.ts';
import { createFairQueue } from '../../../src/server/fairness/fair-queue.ts';
import { undividedTime } from '../../helpers/gateway/undivided-time.ts';

const principal = { id: 'resident' } as Principal;
const soon = { check: () => undefined, left: 60_000 };

/** A queue with one slot for each principal, in which one request may wait. */
function queue() {
  const { runForPrincipal, runForAddress } = createFairQueue({ ...usualRequestLimits, requests: 1, waiting: 1 }, undividedTime, (work) =>
    work(),
  );
  return {
    ask: (work: () => Promise<object>, deadline = soon, bodyBytes = 10): Promise<object> =>
      runForPrincipal(principal, '192.0.2.7', { bodyBytes, parsedIn: 0, deadline }, work),
    runForAddress,
  };
}

test('a request that waits beyond its deadline is not begun, and leaves its place to another', async () => {
  const { ask } = queue();
  const { promise, resolve } = Promise.withResolvers<object>();
  const first = ask(() => promise);
  let begun = false;
  const overdue = ask(async () => ({ begun: (begun = true) }), { ...soon, left: 5 });
  await expect(ask(async () => ({}))).rejects.toMatchObject({ code: 'TOO_MANY_REQUESTS', retryAfter: 1 });
  await expect(overdue).rejects.toMatchObject({ code: 'REQUEST_OVERDUE' });
  const next = ask(async () => ({ is: 'next' }));
  resolve({ is: 'first' });
  expect([await first, await next, begun]).toEqual([{ is: 'first' }, { is: 'next' }, false]);
});

test('a large body does not wait for a slot, and is served where one is free', async () => {
  const { ask } = queue();
  expect(await ask(async () => ({ is: 'served' }), soon, 40_000)).toEqual({ is: 'served' });
  const { promise, resolve } = Promise.withResolvers<object>();
  const first = ask(() => promise);
  await expect(ask(async () => ({}), soon, 40_000)).rejects.toMatchObject({ code: 'TOO_MANY_REQUESTS' });
  resolve({});
  await first;
});

test('a request of an address that is given up before it has a slot is not begun', async () => {
  const { runForAddress } = queue();
  const check = (): never => {
    throw new PrivacyError('REQUEST_OVERDUE');
  };
  let begun = false;
  const work = async (): Promise<boolean> => (begun = true);
  await expect(runForAddress('192.0.2.7', { check, left: 0 }, work)).rejects.toMatchObject({ code: 'REQUEST_OVERDUE' });
  expect([await runForAddress('192.0.2.7', soon, async () => 'next'), begun]).toEqual(['next', false]);
});
