import { expect, test } from '@jest/globals';
import { FairBound } from '../../../src/platform/fairness/bounds.ts';
import { holdBody } from '../../../src/server/fairness/hold-body.ts';

const never = (): Promise<never> => new Promise(() => undefined);

test('a body counts until its work begins', async () => {
  const bodies = new FairBound(100);
  const totals: number[] = [];
  const done = holdBody(bodies, '192.0.2.1', 60, 'body', async (held) => {
    totals.push(bodies.total);
    const body = held.begin();
    totals.push(bodies.total);
    return body;
  });
  expect(await done).toBe('body');
  expect(totals).toEqual([60, 0]);
});

test('a body counts nothing once its work has failed', async () => {
  const bodies = new FairBound(100);
  await expect(holdBody(bodies, '192.0.2.1', 60, 'body', () => Promise.reject(new Error('refused')))).rejects.toThrow('refused');
  await expect(
    holdBody(bodies, '192.0.2.1', 60, 'body', () => {
      throw new Error('refused at once');
    }),
  ).rejects.toThrow('refused at once');
  expect(bodies.total).toBe(0);
});

test('the largest body gives way to others, and its work cannot begin any more', async () => {
  const bodies = new FairBound(100);
  let beginLater: () => unknown = () => undefined;
  const lost = holdBody(bodies, '192.0.2.1', 60, 'body', (held) => {
    beginLater = () => held.begin();
    return never();
  });
  void holdBody(bodies, '192.0.2.2', 50, 'other', never);
  await expect(lost).rejects.toMatchObject({ code: 'OVERLOADED' });
  expect(bodies.total).toBe(50);
  expect(beginLater).toThrow(expect.objectContaining({ code: 'OVERLOADED' }));
});
