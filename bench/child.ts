import { fork, type ForkOptions } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** A child process that answers one question after another. */
export interface Child<Question, Reply> {
  /** Undefined if it could not be started. */
  readonly processId: number | undefined;
  /** @throws Error if the process has ended, or ends before it answers */
  ask<Kind extends Reply>(question: Question): Promise<Kind>;
  /** Disconnects the process and waits until it ends. */
  readonly stop: () => Promise<void>;
}

/**
 * Starts a process.
 * @param file a module that answers each message with one message, and ends when it is disconnected
 * @param gone the message of the error if the process ends too early
 */
export function openChild<Question extends object | string, Reply>(
  file: URL,
  gone: string,
  options: ForkOptions = {},
): Child<Question, Reply> {
  const child = fork(fileURLToPath(file), { serialization: 'json', ...options });
  // A process that can't be started emits no exit event.
  const ended = new Promise<void>((done) => child.once('exit', () => done()).once('error', () => done()));
  return {
    processId: child.pid,
    ask: async <Kind extends Reply>(question: Question) => {
      const answered = new Promise<Kind>((resolve) => child.once('message', (reply) => resolve(reply as Kind)));
      // If a message can no longer be sent, the process has ended: that is reported instead.
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
