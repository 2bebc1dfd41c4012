import type { LoadApplication } from '../engine/application.ts';
import { runCommand, usualCommands, type CommandProgram } from './run-command.ts';

/** `npm run privacy`: the commands of an application in this repository, with those for accounts. */
export const privacyProgram: CommandProgram = {
  name: 'npm run -s privacy --',
  commands: { ...usualCommands, identity: async () => (await import('./identity/identity.ts')).addIdentity },
};

/** Runs this process as a program of commands. @param load the application that its commands work on */
export async function runProgram(program: CommandProgram, load: LoadApplication, given: readonly string[]): Promise<void> {
  // A reader such as `head` may close the pipe early; that is not a failure.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
  await runCommand(program, load, given);
}
