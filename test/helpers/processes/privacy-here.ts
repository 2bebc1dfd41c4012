import { commandHere } from './command-here.ts';
import type { CommandRun } from './command-run.ts';

/** Runs a command of `privacy` on the town within this process, with the given settings only, one at a time. */
export function privacyHere(given: readonly string[], settings: Readonly<Record<string, string>> = {}): Promise<CommandRun> {
  return commandHere(async () => (await import('../../../src/town/index.ts')).town, given, settings);
}
