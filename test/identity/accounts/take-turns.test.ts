import { expect, test } from '@jest/globals';
import { takeTurns } from '../../../src/identity/accounts/take-turns.ts';

/** Work that lasts until it is told to end. */
function held(): { readonly work: () => Promise<string>; readonly begun: () => boolean; readonly end: () => void } {
  const { promise, resolve } = Promise.withResolvers<string>();
  let begun = false;
  return {
    work: () => {
      begun = true;
      return promise;
    },
    begun: () => begun,
    end: () => resolve('done'),
  };
}

test('two work at once, and a third begins when one ends', async () => {
  const turns = takeTurns(2, 8, 10_000);
  const works = [held(), held(), held()] as const;
  const results = works.map(({ work }) => turns.run(work));
  expect(works.map(({ begun }) => begun())).toEqual([true, true, false]);
  works[0].end();
  expect(await results[0]).toEqual({ result: 'done' });
  works[2].end();
  expect(await results[2]).toEqual({ result: 'done' });
  works[1].end();
  expect(await results[1]).toEqual({ result: 'done' });
});

test('who waits for too long, or finds too many waiting, is refused without any work', async () => {
  const turns = takeTurns(1, 1, 20);
  const [first, late, crowded] = [held(), held(), held()];
  const running = turns.run(first.work);
  const waiting = turns.run(late.work);
  expect(await turns.run(crowded.work)).toBe('OVERDUE');
  expect(await waiting).toBe('OVERDUE');
  first.end();
  expect(await running).toEqual({ result: 'done' });
  expect([late.begun(), crowded.begun()]).toEqual([false, false]);
});

test('work that fails leaves its place to the next', async () => {
  const turns = takeTurns(1, 1, 10_000);
  const failing = turns.run(() => Promise.reject(new Error('failed')));
  const next = turns.run(() => Promise.resolve('done'));
  await expect(failing).rejects.toThrow('failed');
  expect(await next).toEqual({ result: 'done' });
  expect(await turns.run(() => Promise.resolve('again'))).toEqual({ result: 'again' });
});
