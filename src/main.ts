import cluster from 'node:cluster';
import { enableCompileCache, flushCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { Config } from './platform/settings/config.ts';
import type { Development } from './server/start/parts/development.ts';
import type { Gateway } from './server/start/gateway.ts';

// Compiled code of earlier starts, kept beside the installed packages and trusted like them. It serves only later imports.
enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/need-to-know', import.meta.url)));

try {
  const { readConfig } = await import('./platform/settings/config.ts');
  const config = readConfig();
  // The product's only import of the demo. Production does not load it and is installed without its packages.
  const development = config.production ? undefined : (await import('../demo/development.ts')).development;
  if (cluster.isWorker) {
    const { town } = await import('./town/index.ts');
    const { runWorker } = await import('./server/workers/run-worker.ts');
    await runWorker(town, config, development);
  } else {
    const { stopAtSignal } = await import('./server/start/stop/stop-at-signal.ts');
    const gateway = config.workers > 1 ? await startAll(config, development) : await startOne(config, development);
    stopAtSignal(() => gateway.stop(), config.deadlines.stop);
    const signIn = development && (await import('./server/start/parts/development.ts')).developmentAddress(config);
    if (signIn !== undefined) process.stdout.write(`sign in as anybody: ${signIn}\n`);
    // Written last: a reader of this line may send a signal at once.
    process.stdout.write(`ready: ${new URL('/', gateway.url).href}\n`);
  }
  flushCompileCache();
} catch (error) {
  const { startFailure } = await import('./server/start/stop/start-failure.ts');
  process.stderr.write(`${startFailure(error).message}\n`);
  process.exitCode = 1;
}

/** The parent of several processes, which loads nothing of the gateway itself. */
async function startAll(config: Config, development: Development | undefined): Promise<Pick<Gateway, 'url' | 'stop'>> {
  const { townDatabase } = await import('./town/shared/database/database.ts');
  const { startWorkers } = await import('./server/workers/start-workers.ts');
  return startWorkers(townDatabase, config, development);
}

async function startOne(config: Config, development: Development | undefined): Promise<Gateway> {
  const { town } = await import('./town/index.ts');
  const { start } = await import('./server/start/start.ts');
  return start(town, config, development);
}
