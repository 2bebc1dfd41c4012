import cluster, { type Worker } from 'node:cluster';
import type { Reply } from './contender-process.ts';
import type { Serving, Settings } from './contender.ts';

/**
 * Starts a contender in several processes at one port, as node:cluster does it for any server: it hands connections out in turn.
 * @throws Error if one of them ends
 */
export async function startInProcesses(settings: Settings): Promise<Serving> {
  const workers = Array.from({ length: settings.workers }, () => cluster.fork());
  const urls = await Promise.all(workers.map((worker) => urlOf(worker, settings)));
  return {
    url: urls[0]!,
    stop: async () => {
      for (const worker of workers) worker.process.kill('SIGKILL');
    },
  };
}

function urlOf(worker: Worker, settings: Settings): Promise<string> {
  return new Promise((resolve, reject) => {
    worker.once('exit', () => reject(new Error(`A process of ${settings.contender} has ended.`)));
    worker.once('message', (reply: Reply) => {
      if ('url' in reply) resolve(reply.url);
    });
    worker.send({ ...settings, workers: 1 } satisfies Settings);
  });
}
