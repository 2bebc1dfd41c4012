import { createRequire } from 'node:module';

// Its types are those of its CommonJS.
const { default: Sequencer } = createRequire(import.meta.url)('@jest/test-sequencer') as typeof import('@jest/test-sequencer');

type Tests = Parameters<InstanceType<typeof Sequencer>['sort']>[0];

/** A suite that takes a tenth of the whole run in few lines: begun late, it would run alone in the end. */
const longest = /\/non-interference\.test\.ts$/;

/** Begins with the longest suite also where jest does not know yet how long each took: in a fresh clone it goes by size. */
export default class LongestFirst extends Sequencer {
  override async sort(tests: Tests): Promise<Tests> {
    // oxlint-disable-next-line unicorn/no-array-sort -- the method of a sequencer, not of an array
    const sorted = await super.sort(tests);
    return [...sorted.filter(({ path }) => longest.test(path)), ...sorted.filter(({ path }) => !longest.test(path))];
  }
}
