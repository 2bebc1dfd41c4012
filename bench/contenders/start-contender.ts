import { openChild } from '../child.ts';
import type { ContenderName } from './contender.ts';
import type { Question, Reply, Start } from './contender-process.ts';

/**
 * A contender in a process of its own, in production mode: in one process they would share compiled code of Apollo
 * Server and GraphQL.js, which would slow each other down in one process, unlike in production.
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
    await ask({ contender: name, sizes });
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
