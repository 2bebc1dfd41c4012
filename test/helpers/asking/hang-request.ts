import { expect } from '@jest/globals';
import type { Client } from 'pg';
import type { TestGateway } from '../gateway/gateway.ts';
import { waitsForLock } from '../database/waits-for-lock.ts';

/**
 * Lets a request wait for the catalogue, so that one is under way all the time.
 * @param locks a connection of the owner, which holds the lock
 * @returns lets it go on, and waits for its answer
 */
export async function hangRequest({ ask, database }: TestGateway, locks: Client): Promise<() => Promise<void>> {
  await locks.query('begin');
  await locks.query('lock table recreation.service in access exclusive mode');
  const hanging = ask('guardian', '{ services(first: 1) { totalCount } }');
  await waitsForLock(database);
  return async () => {
    await locks.query('commit');
    expect((await hanging).codes).toEqual([]);
  };
}
