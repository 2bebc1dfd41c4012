import { jest } from '@jest/globals';
import { runCommand } from '../../../src/cli/run-command.ts';
import { privacyProgram } from '../../../src/cli/run-program.ts';
import type { LoadApplication } from '../../../src/engine/application.ts';
import { bareEnvironment } from './bare-environment.ts';
import type { CommandRun } from './command-run.ts';

/**
 * Runs a command of `privacy` on an application within this process, with the given settings only, one at a time: a new process computes
 * longer until it begins than most commands do, and there are many cases.
 */
export async function commandHere(
  load: LoadApplication,
  given: readonly string[],
  settings: Readonly<Record<string, string>> = {},
): Promise<CommandRun> {
  const written = { stdout: '', stderr: '' };
  const spies = (['stdout', 'stderr'] as const).map((stream) =>
    jest.spyOn(process[stream], 'write').mockImplementation((text) => {
      written[stream] += String(text);
      return true;
    }),
  );
  const { env, exitCode } = process;
  process.env = { ...bareEnvironment, ...settings };
  process.exitCode = 0;
  try {
    await runCommand(privacyProgram, load, given);
    return { code: process.exitCode, ...written };
  } finally {
    process.env = env;
    process.exitCode = exitCode;
    for (const spy of spies) spy.mockRestore();
  }
}
