import { join } from 'node:path';
import { runCLI } from 'jest';
import type { Order, Outcome } from './messages.ts';

// A child process of the mutator, started in a working copy. Jest reads every module of a test file again and in a separate context, so one
// process can run many mutants and starts only once.
const root = process.cwd();

process.on('message', (order: Order) => {
  void run(order).then((outcome) => process.send!(outcome));
});

async function run({ test }: Order): Promise<Outcome> {
  const { results } = await runCLI(
    {
      _: [test],
      $0: '',
      config: join(root, 'test/mutation/jest.config.mjs'),
      cacheDirectory: join(root, '.jest'),
      runInBand: true,
      runTestsByPath: true,
      silent: true,
      reporters: [],
    },
    [root],
  );
  const failed = results.testResults.find(({ failureMessage }) => failureMessage);
  return {
    green: results.success,
    tests: results.numTotalTests,
    failure: failed?.failureMessage ?? '',
    memory: process.memoryUsage().rss,
  };
}
