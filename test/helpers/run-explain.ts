import { Command, type CommanderError } from 'commander';
import { jest } from '@jest/globals';
import { addExplain } from '../../src/cli/privacy/explain.ts';
import type { CommandRun } from './run-privacy.ts';

/** Runs `explain` within this process, for the many cases: a process takes a second to begin. */
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
    // As `privacy` does with a wrong option, and with --help.
    code = (error as CommanderError).exitCode === 0 ? 0 : 2;
  } finally {
    process.exitCode = before;
    for (const spy of spies) spy.mockRestore();
  }
  return { code, ...written };
}
