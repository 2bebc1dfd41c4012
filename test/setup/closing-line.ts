import type { AggregatedResult } from '@jest/reporters';

/** Ends a test run with one plain line that any program can read. */
export default class ClosingLine {
  onRunComplete(_contexts: unknown, { numPassedTests, numFailedTests, numRuntimeErrorTestSuites }: AggregatedResult): void {
    // A suite that could not run has failed, though no test of it has.
    process.stdout.write(`${numPassedTests} passed, ${numFailedTests + numRuntimeErrorTestSuites} failed\n`);
  }
}
