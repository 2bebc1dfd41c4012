import { writeSync } from 'node:fs';
import type { AggregatedResult } from '@jest/reporters';

/** Ends a test run with one plain line that any program can read. */
export default class ClosingLine {
  onRunComplete(_contexts: unknown, { numPassedTests, numFailedTests, numRuntimeErrorTestSuites }: AggregatedResult): void {
    // A suite that could not run has failed, though no test of it has.
    const line = `${numPassedTests} passed, ${numFailedTests + numRuntimeErrorTestSuites} failed\n`;
    // Jest's own summary comes after every reporter, and this line is to be the last.
    process.once('exit', () => writeSync(process.stdout.fd, line));
  }
}
