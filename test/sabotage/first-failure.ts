import { TestEnvironment } from 'jest-environment-node';

/** The events of jest-circus in a run, as far as they are used here. */
interface Event {
  readonly name: string;
  readonly test?: { mode?: string | null | undefined };
}

/**
 * Skips the tests of a suite after the first that fails: one is enough to notice a mistake, and with a browser each of the others can wait
 * half a minute for what does not come. A failure of `beforeAll` skips nothing, so that it is known as one.
 */
export default class FirstFailure extends TestEnvironment {
  #hasFailed = false;

  handleTestEvent({ name, test }: Event): void {
    if (name === 'test_fn_failure') this.#hasFailed = true;
    if (name === 'test_start' && this.#hasFailed) test!.mode = 'skip';
  }
}
