import cluster from 'node:cluster';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import { readConfig } from '../../../src/platform/settings/config.ts';
import { startWorkers } from '../../../src/server/workers/start-workers.ts';
import { townDatabase } from '../../../src/town/shared/database/database.ts';
import type { Serving, Settings } from '../contender.ts';

/** Milliseconds between two looks whether all entries have a number. */
const pause = 20;

/** The whole gateway in several processes, as `WORKERS` starts it. */
export async function startGatewayWorkers({ environment, records, workers }: Settings): Promise<Serving> {
  // A worker is the program of the gateway, with the settings of its own environment.
  cluster.setupPrimary({ exec: fileURLToPath(new URL('../../../src/main.ts', import.meta.url)) });
  Object.assign(process.env, environment, { WORKERS: `${workers}` });
  const gateway = await startWorkers(townDatabase, readConfig());
  const database = new Client({ connectionString: records });
  await database.connect();
  const waits = async (): Promise<boolean> =>
    (await database.query<{ waits: boolean }>('select exists (select from access_log.staged) as waits')).rows[0]!.waits;
  return {
    url: gateway.url,
    // Worker 1 numbers the log all the time, where it does.
    settle: async () => {
      while (environment['SEQUENCER'] === 'on' && (await waits())) await setTimeout(pause);
    },
    stop: async () => {
      await database.end();
      await gateway.stop();
    },
  };
}
