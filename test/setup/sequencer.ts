import { createRequire } from 'node:module';

// The package's types describe its CommonJS form.
const { default: Sequencer } = createRequire(import.meta.url)('@jest/test-sequencer') as typeof import('@jest/test-sequencer');

type Tests = Parameters<InstanceType<typeof Sequencer>['sort']>[0];

/** Few lines, but a tenth of the whole run's time. Started late, it would run alone at the end. */
const longest = /\/non-interference\.test\.ts$/;

/** Starts the longest suite first, even in a fresh clone: Jest has no durations there and goes by file size. */
export default class LongestFirst extends Sequencer {
  override async sort(tests: Tests): Promise<Tests> {
    // oxlint-disable-next-line unicorn/no-array-sort -- the method of a sequencer, not of an array
    const sorted = await super.sort(tests);
    return [...sorted.filter(({ path }) => longest.test(path)), ...sorted.filter(({ path }) => !longest.test(path))];
  }
}
