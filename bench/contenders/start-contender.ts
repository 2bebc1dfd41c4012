import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { ContenderName } from './contender.ts';
import type { Question, Reply, Start } from './contender-process.ts';

/**
 * A contender in a process of its own, in production mode: in one process they would share compiled code of Apollo
 * Server and GraphQL.js, which each would make slower for the others, as nobody runs them.
 */
export interface TimedContender {
  readonly name: ContenderName;
  /** Answers the operation for that many rows. @returns the answer's data as JSON */
  answer(rows: number): Promise<string>;
  /** @returns the milliseconds of one operation, taken over so many */
  sample(rows: number, times: number): Promise<number>;
  stop(): Promise<void>;
}

/** Starts the process. @throws Error where it fails, then or later */
export async function startContender(name: ContenderName, sizes: readonly number[]): Promise<TimedContender> {
  const child = fork(fileURLToPath(new URL('contender-process.ts', import.meta.url)), {
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 2, 2, 'ipc'],
  });
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  const ask = async <Kind extends Reply>(message: Start | Question): Promise<Kind> => {
    const answered = new Promise<Reply>((resolve) => child.once('message', (reply) => resolve(reply as Reply)));
    child.send(message);
    const gone = ended.then((): Reply => ({ failed: 'it has ended' }));
    const reply = await Promise.race([answered, gone]);
    if ('failed' in reply) throw new Error(`${name}: ${reply.failed}`);
    return reply as Kind;
  };
  await ask({ contender: name, sizes });
  return {
    name,
    answer: async (rows) => (await ask<{ readonly text: string }>({ kind: 'answer', rows })).text,
    sample: async (rows, times) => (await ask<{ readonly milliseconds: number }>({ kind: 'sample', rows, times })).milliseconds,
    stop: async () => {
      if (child.connected) child.disconnect();
      await ended;
    },
  };
}
