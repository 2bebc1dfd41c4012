import { startFailure } from '../../gateway/start-failure.ts';

/**
 * Makes a command's action of its work: exit code 0, 1 where the work found something, 2 where it
 * could not be done, with a sentence that says why and holds no personal value.
 * @param work gives whether it found something
 */
export function exiting<Given extends readonly unknown[]>(
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
