import { openChild } from '../child.ts';
import type { Heard, Talk } from './conversation.ts';

/** A separate process that holds conversations, so that the client's cost is not counted as the gateway's. */
export interface Client {
  /** @throws Error if an answer is not 200, has errors, or lacks the text that its step takes */
  talk(talk: Talk): Promise<Heard>;
  stop(): Promise<void>;
}

export function openClient(): Client {
  const child = openChild<Talk, Heard>(new URL('client-process.ts', import.meta.url), 'An answer was not what was asked for.');
  return { talk: async (talk) => child.ask(talk), stop: child.stop };
}
