import { readConfig } from '../platform/settings/config.ts';
import { startFailure } from '../server/start/stop/start-failure.ts';
import { stopAtSignal } from '../server/start/stop/stop-at-signal.ts';

// Runs the authorization server by itself, for gateways with IDENTITY=off. A process that serves sign-ins then reads no record.
try {
  const config = readConfig();
  // Loaded within, because a wrong translation is refused where its sentences are loaded.
  const { town } = await import('../town/index.ts');
  const { startIdentity } = await import('../server/start/start-identity.ts');
  const identity = await startIdentity(town, config);
  stopAtSignal(() => identity.stop(), config.deadlines.stop);
  // Written last: a reader of this line may send a signal at once.
  process.stdout.write(`ready: ${identity.issuer}\n`);
} catch (error) {
  process.stderr.write(`${startFailure(error).message}\n`);
  process.exitCode = 1;
}
