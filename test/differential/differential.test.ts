import { beforeAll, expect, test } from '@jest/globals';
import { compareExecutors, type Differential } from './run.ts';

const operations = 300;
let found: Differential;
beforeAll(async () => {
  found = await compareExecutors({ operations, seed: 1 });
}, 240_000);

test('whatever is asked', () => {
  const { census, ...rest } = found;
  console.log(rest, census.statuses);
  expect(found.differences).toEqual([]);
});
