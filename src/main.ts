import { enableCompileCache, flushCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';

// What an earlier start compiled lies beside the installed packages, as trusted as they are. Only what is imported
// from here on is taken from there.
enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/need-to-know', import.meta.url)));

try {
  const { readConfig } = await import('./config.ts');
  const config = readConfig();
  const { start } = await import('./gateway/start.ts');
  const gateway = await start(config);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      void gateway.stop().finally(() => process.exit(0));
    });
  }
  // Whoever reads this may send a signal at once.
  process.stdout.write(`ready: ${gateway.url}\n`);
  flushCompileCache();
} catch (error) {
  const { startFailure } = await import('./gateway/start-failure.ts');
  process.stderr.write(`${startFailure(error).message}\n`);
  process.exitCode = 1;
}
