import { expect, test } from '@jest/globals';
import { addressLevels, KeyedSemaphores } from '../../../src/platform/fairness/bounds.ts';

const soon = { left: 10_000 };
const never = { left: 0 };
const network = (at: number) => addressLevels('log', `2001:db8:7:${at}::1`);

test('a network has its slots, and a site eight times as many', () => {
  const semaphores = new KeyedSemaphores({ slots: 2 });
  expect([1, 1, 1].map(() => semaphores.acquire(network(1), never))).toEqual(['ACQUIRED', 'ACQUIRED', 'FULL']);
  const others = Array.from({ length: 15 }, (_none, at) => semaphores.acquire(network(2 + at), never));
  expect(others).toEqual([...Array.from({ length: 14 }, () => 'ACQUIRED'), 'FULL']);
  expect(semaphores.acquire(addressLevels('log', '192.0.2.7'), never)).toBe('ACQUIRED');
});

test('a client that is refused at its site keeps no slot of its network', () => {
  const semaphores = new KeyedSemaphores({ slots: 1 });
  for (let at = 1; at <= 8; at += 1) expect(semaphores.tryAcquire(network(at))).toBe(true);
  expect([semaphores.tryAcquire(network(9)), semaphores.acquire(network(9), soon)]).toEqual([false, 'FULL']);
  semaphores.release(network(1));
  expect([semaphores.isFree(network(9)), semaphores.tryAcquire(network(9))]).toEqual([true, true]);
});

test('a wait at the site that ended at its deadline keeps no slot of its network', async () => {
  const semaphores = new KeyedSemaphores({ slots: 1, waitingPerKey: 1 });
  for (let at = 1; at <= 8; at += 1) expect(semaphores.tryAcquire(network(at))).toBe(true);
  expect(await semaphores.acquire(network(9), { left: 5 })).toBe('OVERDUE');
  const waiting = semaphores.acquire(network(9), soon);
  semaphores.release(network(1));
  expect(await waiting).toBe('ACQUIRED');
  for (let at = 2; at <= 9; at += 1) semaphores.release(network(at));
  expect(Array.from({ length: 8 }, (_none, at) => semaphores.acquire(network(at), never))).toEqual(
    Array.from({ length: 8 }, () => 'ACQUIRED'),
  );
});
