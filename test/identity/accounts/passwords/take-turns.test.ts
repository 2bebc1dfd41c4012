import { expect, test } from '@jest/globals';
import { takeTurns } from '../../../../src/identity/accounts/passwords/take-turns.ts';

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
  const turns = takeTurns({ atOnce: 2, most: 8, mostOfOne: 8, longest: 10_000 });
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
  const turns = takeTurns({ atOnce: 1, most: 1, mostOfOne: 1, longest: 20 });
  const [first, late, crowded] = [held(), held(), held()];
  const running = turns.run('a', first.work);
  const waiting = turns.run('a', late.work);
  expect(await turns.run('a', crowded.work)).toBe('OVERDUE');
  expect(await waiting).toBe('OVERDUE');
  first.end();
  expect(await running).toEqual({ result: 'done' });
  expect([late.begun(), crowded.begun()]).toEqual([false, false]);
});

test('work that fails leaves its place to the next', async () => {
  const turns = takeTurns({ atOnce: 1, most: 1, mostOfOne: 1, longest: 10_000 });
  const failing = turns.run('a', () => Promise.reject(new Error('failed')));
  const next = turns.run('a', () => Promise.resolve('done'));
  await expect(failing).rejects.toThrow('failed');
  expect(await next).toEqual({ result: 'done' });
  expect(await turns.run('a', () => Promise.resolve('again'))).toEqual({ result: 'again' });
});

/** Fills the only place, and lets others wait. @returns the order in which they begin */
async function orderOf(
  asked: readonly string[],
  bounds: { readonly most: number; readonly mostOfOne: number },
): Promise<readonly string[]> {
  const turns = takeTurns({ atOnce: 1, longest: 10_000, ...bounds });
  const first = held();
  const begun: string[] = [];
  const all = [turns.run('first', first.work), ...asked.map(async (name) => turns.run(name[0]!, async () => void begun.push(name)))];
  first.end();
  const late = (await Promise.all(all)).slice(1).flatMap((result, at) => (result === 'OVERDUE' ? [`${asked[at]!} overdue`] : []));
  return [...begun, ...late];
}

test('those who wait take turns, however much one of them asks for', async () => {
  const bounds = { most: 16, mostOfOne: 8 };
  expect(await orderOf(['a1', 'a2', 'a3', 'b1', 'c1', 'b2'], bounds)).toEqual(['a1', 'b1', 'c1', 'a2', 'b2', 'a3']);
});

test('of one, so much waits; and beyond the bound of all, the one who has the most loses the latest', async () => {
  expect(await orderOf(['a1', 'a2', 'a3', 'b1'], { most: 16, mostOfOne: 2 })).toEqual(['a1', 'b1', 'a2', 'a3 overdue']);
  expect(await orderOf(['a1', 'a2', 'a3', 'b1'], { most: 3, mostOfOne: 3 })).toEqual(['a1', 'b1', 'a2', 'a3 overdue']);
  // Of equals, the one that asks for more loses.
  expect(await orderOf(['a1', 'b1', 'c1', 'a2'], { most: 3, mostOfOne: 3 })).toEqual(['a1', 'b1', 'c1', 'a2 overdue']);
});
