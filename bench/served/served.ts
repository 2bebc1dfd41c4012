import { openChild } from '../child.ts';
import type { Memory, Question, Serving, Used } from './protocol.ts';

type Reply = { readonly url: string } | Record<string, never> | Used | Memory;

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
  const child = openChild<Serving | Question, Reply>(new URL('gateway-process.ts', import.meta.url), 'The gateway ended.', {
    execArgv: ['--expose-gc', ...flags],
    env: { ...process.env, NODE_ENV: 'production' },
  });
  const { url } = await child.ask<{ readonly url: string }>(serving);
  return {
    url,
    begin: async () => void (await child.ask('begin')),
    end: async () => child.ask<Used>('end'),
    memory: async () => child.ask<Memory>('memory'),
    stop: child.stop,
  };
}
