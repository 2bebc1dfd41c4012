import { writeSync } from 'node:fs';
import type { AggregatedResult } from '@jest/reporters';

/** Ends a test run with one line that a program can parse. */
export default class ClosingLine {
  onRunComplete(_contexts: unknown, { numPassedTests, numFailedTests, numRuntimeErrorTestSuites }: AggregatedResult): void {
    // A suite that could not run counts as failed, although no test of it has failed.
    const line = `${numPassedTests} passed, ${numFailedTests + numRuntimeErrorTestSuites} failed\n`;
    // Jest prints its own summary after every reporter, and this line must be the last.
    process.once('exit', () => writeSync(process.stdout.fd, line));
  }
}
