import { openChild } from '../child.ts';
import type { Heard, Talk } from './conversation.ts';

/** A process of its own that holds conversations, so that what a client costs is not the gateway's. */
export interface Client {
  /** @throws Error where an answer is not 200, has errors, or lacks what it is to give */
  talk(talk: Talk): Promise<Heard>;
  stop(): Promise<void>;
}

export function openClient(): Client {
  const child = openChild<Talk, Heard>(new URL('client-process.ts', import.meta.url), 'An answer was not what was asked for.');
  return { talk: async (talk) => child.ask(talk), stop: child.stop };
}
