import { startFailure } from '../../gateway/start-failure.ts';

/**
 * Wraps a command's work in an action that sets the exit code: 0; 1 if the work found something; 2 if it failed. A failure
 * prints a sentence without personal data.
 * @param work returns whether it found something
 */
export function withExitCode<Given extends readonly unknown[]>(
  work: (...given: Given) => boolean | Promise<boolean>,
): (...given: Given) => Promise<void> {
  return async (...given) => {
    try {
      process.exitCode = (await work(...given)) ? 1 : 0;
    } catch (error) {
      process.stderr.write(`${startFailure(error).message}\n`);
      process.exitCode = 2;
    }
  };
}
