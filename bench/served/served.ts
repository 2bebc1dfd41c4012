import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Memory, Question, Serving, Used } from './protocol.ts';

/** The gateway's own HTTP application in a process of its own, which says what it uses. */
export interface Served {
  readonly url: string;
  /** Sweeps, and begins to watch. */
  begin(): Promise<void>;
  /** What was used since. */
  end(): Promise<Used>;
  memory(): Promise<Memory>;
  stop(): Promise<void>;
}

/**
 * Starts the process over a database that is there already.
 * @param flags of Node, beside what lets it sweep
 * @throws Error where it ends before it should
 */
export async function serve(serving: Serving, flags: readonly string[] = []): Promise<Served> {
  const child = fork(fileURLToPath(new URL('gateway-process.ts', import.meta.url)), {
    serialization: 'json',
    execArgv: ['--expose-gc', ...flags],
    env: { ...process.env, NODE_ENV: 'production' },
  });
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  const ask = async <Message>(question: Question | Serving): Promise<Message> => {
    const answered = new Promise<Message>((resolve) => child.once('message', (message) => resolve(message as Message)));
    child.send(question);
    return Promise.race([
      answered,
      ended.then(() => {
        throw new Error('The gateway ended.');
      }),
    ]);
  };
  const { url } = await ask<{ readonly url: string }>(serving);
  return {
    url,
    begin: async () => ask('begin'),
    end: async () => ask('end'),
    memory: async () => ask('memory'),
    stop: async () => {
      if (child.connected) child.disconnect();
      await ended;
    },
  };
}
