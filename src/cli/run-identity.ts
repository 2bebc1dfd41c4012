import type { LoadApplication } from '../engine/application.ts';
import { readConfig } from '../platform/settings/config.ts';
import { startFailure } from '../server/start/stop/start-failure.ts';
import { stopAtSignal } from '../server/start/stop/stop-at-signal.ts';

/** Runs this process as the authorization server alone, for gateways with IDENTITY=off. A process that serves sign-ins then reads no record. */
export async function runIdentity(load: LoadApplication): Promise<void> {
  try {
    const config = readConfig();
    // Loaded within, because a wrong translation is refused where its sentences are loaded.
    const application = await load();
    const { startIdentity } = await import('../server/start/start-identity.ts');
    const identity = await startIdentity(application, config);
    stopAtSignal(() => identity.stop(), config.deadlines.stop);
    // Written last: a reader of this line may send a signal at once.
    process.stdout.write(`ready: ${identity.issuer}\n`);
  } catch (error) {
    process.stderr.write(`${startFailure(error).message}\n`);
    process.exitCode = 1;
  }
}
