import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

// The package's types describe its CommonJS form.
const { default: Sequencer } = createRequire(import.meta.url)('@jest/test-sequencer') as typeof import('@jest/test-sequencer');

type Tests = Parameters<InstanceType<typeof Sequencer>['sort']>[0];

/**
 * The suites that take longest, half of the whole run. Started late, one would run alone at the end. Suites that compute come in turn with
 * suites that mostly wait for processes, so that both processors are used.
 */
const longest = [
  'web/accessible',
  'non-interference/non-interference',
  'server/start/stop',
  'exhaustive/every-standpoint',
  'faults/faults',
  'web/faults',
  'channels/empty-or-withheld',
  'server/workers/stopping',
  'web/two-towns',
  'server/start/start',
  'channels/hidden-rows',
  'server/workers/replacing',
  'web/resident',
  'platform/postgres/embedded',
  'channels/extensions',
  'differential/differential',
  'log/store/sequencer-takeover',
  'channels/mutations',
  'platform/postgres/close',
  'channels/looks-by-pseudonym',
  'channels/seals',
  'docs/tour',
  'channels/hidden-or-absent',
  'identity/server/own-process',
  'corpus/corpus',
  'attacks/flood-the-privacy-officer',
  'attacks/make-two-officers',
  'attacks/find-a-minors-complaint',
  'docs/examples',
  'server/spine/address-protection',
  'server/start/start-refused',
  'web/forgotten',
  'town/shared/rows/reads-by-index',
  'cli/policy/lint',
  'cli/policy/explain/explain-operation',
].map((name) => join(import.meta.dirname, '..', `${name}.test.ts`));

/** Starts the longest suites first, even in a fresh clone: Jest has no durations there and goes by file size. */
export default class LongestFirst extends Sequencer {
  override async sort(tests: Tests): Promise<Tests> {
    const gone = longest.filter((path) => !existsSync(path));
    if (gone.length > 0) throw new Error(`test/setup/sequencer.ts names suites that do not exist: ${gone.join(', ')}`);
    // oxlint-disable-next-line unicorn/no-array-sort -- the method of a sequencer, not of an array
    const sorted = await super.sort(tests);
    const first = longest.flatMap((path) => sorted.filter((test) => test.path === path));
    return [...first, ...sorted.filter(({ path }) => !longest.includes(path))];
  }
}
