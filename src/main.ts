import { start } from './gateway/start.ts';
import { startFailure } from './gateway/start-failure.ts';
import { readConfig } from './config.ts';

try {
  const gateway = await start(readConfig());
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      void gateway.stop().finally(() => process.exit(0));
    });
  }
  // Whoever reads this may send a signal at once.
  process.stdout.write(`ready: ${gateway.url}\n`);
} catch (error) {
  process.stderr.write(`${startFailure(error).message}\n`);
  process.exitCode = 1;
}
