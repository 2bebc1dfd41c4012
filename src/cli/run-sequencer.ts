import type { LoadApplication } from '../engine/application.ts';
import { createObservability } from '../server/observe/create-observability.ts';
import { openLog } from '../server/observe/logging/open-log.ts';
import { publishEvery } from '../log/store/publication/publication.ts';
import { startSequencer } from '../log/store/numbering/sequencer.ts';
import { readConfig } from '../platform/settings/config.ts';
import { openDatabase } from '../server/start/open.ts';
import { openLastSigned } from '../log/store/numbering/last-signed.ts';
import { openLogKeys } from '../log/store/publication/log-key-store.ts';
import { assertMayServe } from '../server/start/check/assert-may-serve.ts';
import { reportSequencer } from '../server/observe/metrics/report-sequencer.ts';
import { startFailure } from '../server/start/stop/start-failure.ts';
import { stopAtSignal } from '../server/start/stop/stop-at-signal.ts';
import { stopParts } from '../server/start/stop/stop-parts.ts';

/** Runs this process as the sequencer alone, for gateways with SEQUENCER=off. Only one runs at a time; another takes over when it dies. */
export async function runSequencer(load: LoadApplication): Promise<void> {
  try {
    const config = readConfig();
    assertMayServe(config);
    // Loaded within, because a wrong translation is refused where its sentences are loaded.
    const { database: schema, postings } = await load();
    const { log, close: closeLog } = openLog(config.logLevel, createObservability());
    const database = await openDatabase(config, ['sequencer'], schema);
    const logKeys = openLogKeys(config, config.logOrigin);
    const sequencer = startSequencer(
      database.roles.sequencer,
      postings,
      logKeys,
      openLastSigned(config.dataDirectory),
      reportSequencer(log),
      {
        connect: config.deadlines.connect,
        publication: publishEvery(config.logPublicationSeconds),
      },
    );
    // The sequencer's own timers do not keep the process alive.
    setInterval(() => undefined, 60_000);
    const parts = [
      { name: 'log', stop: closeLog },
      { name: 'database', stop: (within: number) => database.close(within) },
      { name: 'sequencer', stop: () => sequencer.stop() },
    ];
    stopAtSignal(() => stopParts(parts, config.deadlines.stop, log), config.deadlines.stop);
    // Written last: a reader of this line may send a signal at once.
    process.stdout.write('ready: sequencing\n');
  } catch (error) {
    process.stderr.write(`${startFailure(error).message}\n`);
    process.exitCode = 1;
  }
}
