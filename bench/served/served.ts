import { openChild } from '../child.ts';
import type { Memory, Question, Serving, Used } from './protocol.ts';

type Reply = { readonly url: string } | Record<string, never> | Used | Memory;

/** The gateway's HTTP application in a separate process, which reports what it uses. */
export interface Served {
  readonly url: string;
  /** Collects garbage and starts measuring. */
  begin(): Promise<void>;
  /** The use since `begin`. */
  end(): Promise<Used>;
  memory(): Promise<Memory>;
  stop(): Promise<void>;
}

/**
 * Starts the process over an existing database.
 * @param flags Node's flags in addition to the one that exposes garbage collection
 * @throws Error if it ends too early
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
