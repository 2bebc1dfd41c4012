import { Command, type CommanderError } from 'commander';
import { jest } from '@jest/globals';
import { addExplain } from '../../src/cli/privacy/explain.ts';
import type { CommandRun } from './run-privacy.ts';

/** Runs `explain` within this process, because a new process takes a second to start and there are many cases. */
export async function explainHere(...given: string[]): Promise<CommandRun> {
  const written = { stdout: '', stderr: '' };
  const spies = (['stdout', 'stderr'] as const).map((stream) =>
    jest.spyOn(process[stream], 'write').mockImplementation((text) => {
      written[stream] += String(text);
      return true;
    }),
  );
  const before = process.exitCode;
  const program = new Command().exitOverride();
  addExplain(program);
  let code: number;
  try {
    await program.parseAsync(['explain', ...given], { from: 'user' });
    code = Number(process.exitCode);
  } catch (error) {
    // `privacy` handles a wrong option and --help in the same way.
    code = (error as CommanderError).exitCode === 0 ? 0 : 2;
  } finally {
    process.exitCode = before;
    for (const spy of spies) spy.mockRestore();
  }
  return { code, ...written };
}
