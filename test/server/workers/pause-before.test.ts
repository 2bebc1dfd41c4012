import { expect, test } from '@jest/globals';
import { pauseBefore } from '../../../src/server/workers/pause-before.ts';

test('a worker that served for a while is replaced at once; for others, pauses double up to half a minute', () => {
  expect([0, 1, 2, 3, 7, 8, 9, 2_000].map(pauseBefore)).toEqual([0, 250, 500, 1_000, 16_000, 30_000, 30_000, 30_000]);
});
