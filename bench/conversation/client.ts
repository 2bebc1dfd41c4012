import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Heard, Talk } from './conversation.ts';

/** A process of its own that holds conversations, so that what a client costs is not the gateway's. */
export interface Client {
  /** @throws Error where an answer is not 200, has errors, or lacks what it is to give */
  talk(talk: Talk): Promise<Heard>;
  stop(): Promise<void>;
}

export function openClient(): Client {
  const child = fork(fileURLToPath(new URL('client-process.ts', import.meta.url)), { serialization: 'json' });
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  return {
    talk: async (talk) => {
      const heard = new Promise<Heard>((resolve) => child.once('message', (message) => resolve(message as Heard)));
      child.send(talk);
      const failed = ended.then(() => {
        throw new Error('An answer was not what was asked for.');
      });
      return Promise.race([heard, failed]);
    },
    stop: async () => {
      if (child.connected) child.disconnect();
      await ended;
    },
  };
}
