import { expect, test } from '@jest/globals';
import { FairSemaphore, type SemaphoreBounds } from '../../../src/platform/fairness/bounds.ts';

/** Runs work in slots of one semaphore. @param within milliseconds of a wait */
function turnsOf(bounds: SemaphoreBounds, within = 10_000) {
  const semaphore = new FairSemaphore(bounds);
  return {
    async run<Result>(key: string, work: () => Promise<Result>): Promise<{ readonly result: Result } | 'FULL' | 'OVERDUE'> {
      const acquiring = semaphore.acquire(key, within);
      const acquired = typeof acquiring === 'string' ? acquiring : await acquiring;
      if (acquired !== 'ACQUIRED') return acquired;
      try {
        return { result: await work() };
      } finally {
        semaphore.release();
      }
    },
  };
}

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
  const turns = turnsOf({ slots: 2, waiting: 8, waitingPerKey: 8 });
  const works = [held(), held(), held()] as const;
  const results = works.map(({ work }) => turns.run('a', work));
  expect(works.map(({ begun }) => begun())).toEqual([true, true, false]);
  works[0].end();
  expect(await results[0]).toEqual({ result: 'done' });
  works[2].end();
  expect(await results[2]).toEqual({ result: 'done' });
  works[1].end();
  expect(await results[1]).toEqual({ result: 'done' });
});

test('who waits for too long, or finds too many waiting, is refused without any work', async () => {
  const turns = turnsOf({ slots: 1, waiting: 1, waitingPerKey: 1 }, 20);
  const [first, late, crowded] = [held(), held(), held()];
  const running = turns.run('a', first.work);
  const waiting = turns.run('a', late.work);
  expect(await turns.run('a', crowded.work)).toBe('FULL');
  expect(await waiting).toBe('OVERDUE');
  first.end();
  expect(await running).toEqual({ result: 'done' });
  expect([late.begun(), crowded.begun()]).toEqual([false, false]);
});

test('work that fails leaves its place to the next', async () => {
  const turns = turnsOf({ slots: 1, waiting: 1, waitingPerKey: 1 });
  const failing = turns.run('a', () => Promise.reject(new Error('failed')));
  const next = turns.run('a', () => Promise.resolve('done'));
  await expect(failing).rejects.toThrow('failed');
  expect(await next).toEqual({ result: 'done' });
  expect(await turns.run('a', () => Promise.resolve('again'))).toEqual({ result: 'again' });
});

/** Fills the only place, and lets others wait. @returns the order in which they begin */
async function orderOf(
  asked: readonly string[],
  bounds: { readonly waiting: number; readonly waitingPerKey: number },
): Promise<readonly string[]> {
  const turns = turnsOf({ slots: 1, ...bounds });
  const first = held();
  const begun: string[] = [];
  const all = [turns.run('first', first.work), ...asked.map(async (name) => turns.run(name[0]!, async () => void begun.push(name)))];
  first.end();
  const late = (await Promise.all(all)).slice(1).flatMap((result, at) => (result === 'FULL' ? [`${asked[at]!} refused`] : []));
  return [...begun, ...late];
}

test('those who wait take turns, however much one of them asks for', async () => {
  const bounds = { waiting: 16, waitingPerKey: 8 };
  expect(await orderOf(['a1', 'a2', 'a3', 'b1', 'c1', 'b2'], bounds)).toEqual(['a1', 'b1', 'c1', 'a2', 'b2', 'a3']);
});

test('of one, so much waits; and beyond the bound of all, the one who has the most loses the latest', async () => {
  expect(await orderOf(['a1', 'a2', 'a3', 'b1'], { waiting: 16, waitingPerKey: 2 })).toEqual(['a1', 'b1', 'a2', 'a3 refused']);
  expect(await orderOf(['a1', 'a2', 'a3', 'b1'], { waiting: 3, waitingPerKey: 3 })).toEqual(['a1', 'b1', 'a2', 'a3 refused']);
  // Of equals, the one that asks for more loses.
  expect(await orderOf(['a1', 'b1', 'c1', 'a2'], { waiting: 3, waitingPerKey: 3 })).toEqual(['a1', 'b1', 'c1', 'a2 refused']);
});

test('a wait that ended at its deadline leaves its place to another, and has no turn', async () => {
  const semaphore = new FairSemaphore({ slots: 1, waiting: 1, waitingPerKey: 1 });
  expect(semaphore.acquire('a', 10_000)).toBe('ACQUIRED');
  expect(await semaphore.acquire('a', 5)).toBe('OVERDUE');
  const next = semaphore.acquire('b', 10_000);
  semaphore.release();
  expect([await next, semaphore.taken]).toEqual(['ACQUIRED', 1]);
});

test('with no time left nothing waits, and a slot that is free is taken', () => {
  const semaphore = new FairSemaphore({ slots: 1, waitingPerKey: 1 });
  expect([semaphore.acquire('a', 0), semaphore.acquire('a', 0)]).toEqual(['ACQUIRED', 'FULL']);
});
