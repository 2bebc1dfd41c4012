import { openChild } from '../child.ts';
import type { ConversationRun, RunResult } from './conversation.ts';

/** A separate process that holds conversations, so that the client's cost is not counted as the gateway's. */
export interface Client {
  /** @throws Error if an answer is not 200, has errors, or lacks the text that its step takes */
  run(run: ConversationRun): Promise<RunResult>;
  stop(): Promise<void>;
}

export function openClient(): Client {
  const child = openChild<ConversationRun, RunResult>(
    new URL('client-process.ts', import.meta.url),
    'An answer was not what was asked for.',
  );
  return { run: async (run) => child.ask(run), stop: child.stop };
}
