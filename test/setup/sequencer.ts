import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { longSuites } from './long-suites.ts';

// The package's types describe its CommonJS form.
const { default: Sequencer } = createRequire(import.meta.url)('@jest/test-sequencer') as typeof import('@jest/test-sequencer');

type Tests = Parameters<InstanceType<typeof Sequencer>['sort']>[0];

const long = longSuites.map((name) => join(import.meta.dirname, '..', `${name}.test.ts`));

/**
 * Starts the longest suites first, even in a fresh clone: Jest has no durations there and goes by file size. With SHORT=1 in the environment,
 * as `npm test` sets it, it leaves them out.
 */
export default class LongestFirst extends Sequencer {
  override async sort(tests: Tests): Promise<Tests> {
    const gone = long.filter((path) => !existsSync(path));
    if (gone.length > 0) throw new Error(`test/setup/long-suites.ts names suites that do not exist: ${gone.join(', ')}`);
    // oxlint-disable-next-line unicorn/no-array-sort -- the method of a sequencer, not of an array
    const sorted = await super.sort(tests);
    const others = sorted.filter(({ path }) => !long.includes(path));
    if (process.env['SHORT'] === '1') return others;
    return [...long.flatMap((path) => sorted.filter((test) => test.path === path)), ...others];
  }
}
