import type { LoadApplication } from '../engine/application.ts';
import { runCommand } from './run-command.ts';

/** Runs this process as `privacy`. @param load the application that its commands work on */
export async function runPrivacy(load: LoadApplication): Promise<void> {
  // A reader such as `head` may close the pipe early; that is not a failure.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
  await runCommand(load, process.argv.slice(2));
}
