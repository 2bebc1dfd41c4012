import { fork, type ForkOptions } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** A process of its own that answers one question after another. */
export interface Child<Question, Reply> {
  /** @throws Error where the process ends instead, or has ended */
  ask<Kind extends Reply>(question: Question): Promise<Kind>;
  /** Lets go of the process and waits for its end. */
  readonly stop: () => Promise<void>;
}

/**
 * Starts a process.
 * @param file a module that answers each message with one, and ends when it is let go of
 * @param gone what is said where it ends before it should
 */
export function openChild<Question extends object | string, Reply>(
  file: URL,
  gone: string,
  options: ForkOptions = {},
): Child<Question, Reply> {
  const child = fork(fileURLToPath(file), { serialization: 'json', ...options });
  // One that can't be started has no end of its own.
  const ended = new Promise<void>((done) => child.once('exit', () => done()).once('error', () => done()));
  return {
    ask: async <Kind extends Reply>(question: Question) => {
      const answered = new Promise<Kind>((resolve) => child.once('message', (reply) => resolve(reply as Kind)));
      // A message that can no longer be sent shows as the end of the process.
      child.send(question, () => undefined);
      return Promise.race([
        answered,
        ended.then((): never => {
          throw new Error(gone);
        }),
      ]);
    },
    stop: async () => {
      if (child.connected) child.disconnect();
      await ended;
    },
  };
}
