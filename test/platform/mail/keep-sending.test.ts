import { expect, test } from '@jest/globals';
import { keepSending } from '../../../src/platform/mail/keep-sending.ts';

/** A batch that fails when it is told to. */
function failing(): { readonly send: () => Promise<boolean>; readonly fail: () => void } {
  const { promise, reject } = Promise.withResolvers<boolean>();
  return { send: () => promise, fail: () => reject(new Error('Connection terminated')) };
}

test.each([
  ['reported', 'before', ['ECONNRESET']],
  ['not reported', 'after', []],
] as const)('a batch whose connection ends is %s %s a stop', async (_what, when, expected) => {
  const reported: string[] = [];
  const { send, fail } = failing();
  const sending = keepSending(send, (cause) => reported.push(cause));
  if (when === 'before') {
    fail();
    await send().catch(() => undefined);
    await new Promise(setImmediate);
  }
  const stopped = sending.stop();
  fail();
  await stopped;
  expect(reported).toEqual(expected);
});
