import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Order, Outcome } from './messages.ts';

const worker = fileURLToPath(new URL('worker.ts', import.meta.url));
const patienceMs = 60_000;
// Loaded test files are not released completely, so the process is replaced before it slows down.
const mostMemory = 600_000_000;

/** How a test file ended: with an outcome, by a time-out, or with the end of its process. */
export type Ending = Outcome | 'time-out' | 'died';

/** Runs test files of a working copy one after the other, in a process that is replaced when it uses too much memory. */
export class TestProcess {
  readonly #root: string;
  #child: ChildProcess | undefined;

  constructor(root: string) {
    this.#root = root;
  }

  /** Runs one test file for at most a minute; a unit test takes longer only if it hangs. */
  async run(test: string): Promise<Ending> {
    if (!this.#child?.connected) this.#child = this.#start();
    const ending = await outcomeOf(this.#child, { test });
    if (typeof ending === 'string' || ending.memory > mostMemory) this.stop();
    return ending;
  }

  /** Ends the process; the next run starts another. */
  stop(): void {
    this.#child?.kill('SIGKILL');
    this.#child = undefined;
  }

  #start(): ChildProcess {
    return fork(worker, {
      cwd: this.#root,
      execArgv: ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', '--max-old-space-size=2000'],
      env: { ...process.env, NODE_ENV: 'test', NODE_OPTIONS: '' },
      // Discard what a mutant prints.
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
  }
}

function outcomeOf(child: ChildProcess, order: Order): Promise<Ending> {
  return new Promise((resolve) => {
    const finish = (ending: Ending): void => {
      clearTimeout(timer);
      child.off('message', answered).off('exit', exited);
      resolve(ending);
    };
    const answered = (outcome: unknown): void => finish(outcome as Outcome);
    const exited = (): void => finish('died');
    const timer = setTimeout(() => finish('time-out'), patienceMs);
    child.once('message', answered).once('exit', exited);
    child.send(order);
  });
}
