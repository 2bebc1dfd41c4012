import { openChild } from '../child.ts';
import type { ContenderName } from './contender.ts';
import type { Question, Reply, Start } from './contender-process.ts';
import type { ListName } from './list.ts';

/**
 * A contender in a separate process, in production mode. In one process the contenders would share compiled code of Apollo
 * Server and GraphQL.js and so slow each other down, unlike in production.
 */
export interface TimedContender {
  readonly name: ContenderName;
  /** Answers the operation for a number of rows. @returns the answer's data as JSON */
  answer(rows: number): Promise<string>;
  /** @returns milliseconds per operation, averaged over `times` operations */
  sample(rows: number, times: number): Promise<number>;
  stop(): Promise<void>;
}

/** Starts the process. @throws Error if it fails at the start or later */
export async function startContender(name: ContenderName, list: ListName, sizes: readonly number[]): Promise<TimedContender> {
  const child = openChild<Start | Question, Reply>(new URL('contender-process.ts', import.meta.url), `${name} has ended.`, {
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 2, 2, 'ipc'],
  });
  const ask = async <Kind extends Reply>(message: Start | Question): Promise<Kind> => {
    const reply = await child.ask<Reply>(message);
    if ('failed' in reply) throw new Error(`${name}: ${reply.failed}`);
    return reply as Kind;
  };
  try {
    await ask({ contender: name, list, sizes });
  } catch (error) {
    await child.stop();
    throw error;
  }
  return {
    name,
    answer: async (rows) => (await ask<{ readonly text: string }>({ kind: 'answer', rows })).text,
    sample: async (rows, times) => (await ask<{ readonly milliseconds: number }>({ kind: 'sample', rows, times })).milliseconds,
    stop: child.stop,
  };
}
