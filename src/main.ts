import { start } from './gateway/start.ts';
import { readConfig } from './config.ts';
import { asPrivacyError } from './errors.ts';

try {
  const gateway = await start(readConfig());
  process.stdout.write(`ready: ${gateway.url}\n`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      void gateway.stop().finally(() => process.exit(0));
    });
  }
} catch (error) {
  process.stderr.write(`${asPrivacyError(error)?.message ?? String(error)}\n`);
  process.exitCode = 1;
}
