import { runCommand } from './run-command.ts';

// A reader such as `head` may close the pipe early; that is not a failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

await runCommand(async () => (await import('../town/index.ts')).town, process.argv.slice(2));
