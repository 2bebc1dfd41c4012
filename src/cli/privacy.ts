import { Command, CommanderError } from 'commander';
import { addMatrix } from './privacy/matrix.ts';

const program = new Command('privacy')
  .description('Reads, questions and changes the policy. Exit codes: 0, 1 where something was found, 2 where it could not be done.')
  // A wrong option is something that could not be done.
  .exitOverride();
addMatrix(program);

try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof CommanderError)) throw error;
  process.exitCode = error.exitCode === 0 ? 0 : 2;
}
