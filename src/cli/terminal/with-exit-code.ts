import { startFailure } from '../../server/start/stop/start-failure.ts';

/**
 * Wraps a command's work in an action that sets the exit code: 0; 1 if the work found something; 2 if it failed; or another
 * code that the work returns. A failure prints a sentence without personal data.
 * @param work returns whether it found something, or an exit code above 2
 */
export function withExitCode<Given extends readonly unknown[]>(
  work: (...given: Given) => boolean | number | Promise<boolean | number>,
): (...given: Given) => Promise<void> {
  return async (...given) => {
    try {
      process.exitCode = Number(await work(...given));
    } catch (error) {
      process.stderr.write(`${startFailure(error).message}\n`);
      process.exitCode = 2;
    }
  };
}
