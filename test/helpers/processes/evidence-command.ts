import { Command, InvalidArgumentError } from 'commander';
import { showProgress } from '../../../scripts/progress.ts';
import { runCommand, withCluster } from './run-command.ts';

export interface EvidenceOptions {
  readonly operations: number;
  readonly seed: number;
  readonly json?: true;
}

/** The result of a run. */
export interface Evidence {
  /** For standard output. */
  readonly report: string;
  /** 0 nothing found, 1 something found, 2 inconclusive. */
  readonly exitCode: 0 | 1 | 2;
}

/** A command that gathers evidence. */
export interface EvidenceCommand {
  readonly name: string;
  readonly description: string;
  /** The default number of operations. */
  readonly operations: number;
  /** Operations of every run, besides that number. Undefined: none. */
  readonly fixed?: number;
  /** Undefined: it has its own PostgreSQL while it runs. */
  readonly database?: false;
}

/** Runs evidence as a command, and ends the process with the evidence's exit code, or with 2 if the run failed. */
export async function runEvidence(
  about: EvidenceCommand,
  gather: (options: EvidenceOptions & { readonly onProgress: (done: number) => void }) => Promise<Evidence>,
): Promise<never> {
  const command = new Command(about.name)
    .description(about.description)
    .option('--operations <number>', 'number of operations', wholeNumber, about.operations)
    .option('--seed <number>', 'the same seed generates the same operations', wholeNumber, 1)
    .option('--json', 'print the report as JSON')
    .action((options: EvidenceOptions) =>
      withDatabase(about, async () => {
        const progress = showProgress(options.operations + (about.fixed ?? 0), 'operations');
        const { report, exitCode } = await gather({ ...options, onProgress: progress.update }).finally(progress.stop);
        process.stdout.write(report);
        process.exitCode = exitCode;
      }),
    );
  return runCommand(command);
}

async function withDatabase({ database }: EvidenceCommand, work: () => Promise<void>): Promise<void> {
  await (database === false ? work() : withCluster(work));
}

function wholeNumber(text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number) || number < 1) throw new InvalidArgumentError('It must be a whole number, at least 1.');
  return number;
}
