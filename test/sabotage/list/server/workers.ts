import type { Sabotage } from '../../patch.ts';

const divided = ['test/server/workers/worker-config.test.ts'];
const replacing = ['test/server/workers/replacing.test.ts'];
const stopping = ['test/server/workers/stopping.test.ts'];
const refused = ['test/server/workers/refused-start.test.ts'];

/** Several processes that serve at one port. */
export const workers: readonly Sabotage[] = [
  {
    sentence: 'Each worker admits as many requests, connections and bodies as the whole gateway may.',
    edits: [{ in: 'workerConfig', replace: 'Math.ceil($ALL / $OF)', by: '$ALL' }],
    tests: divided,
  },
  {
    sentence: 'With many workers, none may hold the memory of one large body.',
    edits: [{ in: 'workerConfig', replace: '$SHARE($DEADLINES.mostBodyBytes, leastBodyBytes)', by: '$SHARE($DEADLINES.mostBodyBytes, 1)' }],
    tests: divided,
  },
  {
    sentence: 'Every worker runs a sequencer.',
    edits: [{ in: 'workerConfig', drop: '$NUMBER === 1' }],
    tests: [...divided, 'test/server/workers/serving.test.ts'],
  },
  {
    sentence: 'A worker that dies is not replaced.',
    edits: [
      {
        in: 'keepWorkers',
        replace: 'if ($STOPPING.signal.aborted) return; $EARLY = $COUNT;',
        by: 'if (running.size > 0) return;\n$EARLY = $COUNT;',
      },
    ],
    tests: replacing,
  },
  {
    sentence: 'A worker that cannot start is started again and again without a pause.',
    edits: [{ in: 'pauseBefore', replace: '$EARLY === 0', by: '$EARLY >= 0' }],
    tests: ['test/server/workers/pause-before.test.ts', ...replacing],
  },
  {
    sentence: 'Connections on their way to a worker that is killed are forgotten: their clients wait for ever.',
    edits: [{ in: 'listen', replace: '$IS_SHARED && canShare', by: 'false' }],
    tests: ['test/server/workers/serving.test.ts'],
  },
  {
    sentence: 'Two gateways of several workers share a port, and so their clients.',
    edits: [
      {
        in: 'startWorkers',
        replace: 'const $PORT = await checkPort($CONFIG)',
        by: 'const $PORT = await checkPort({ ...$CONFIG, port: 0 }), { $PORT } = $CONFIG',
      },
    ],
    tests: refused,
  },
  {
    sentence: 'A start that a worker refuses is reported without the name of what is wrong.',
    edits: [{ in: 'forkWorker', replace: "$MESSAGE.kind === 'failed'", by: '$0 && served' }],
    tests: refused,
  },
  {
    sentence: 'A stop kills workers before they have answered what they had begun.',
    edits: [{ in: 'keepWorkers', replace: "$SIGNAL_ALL('SIGTERM')", by: "$SIGNAL_ALL('SIGKILL')" }],
    tests: stopping,
  },
  {
    sentence: 'A worker that hangs outlives the stop.',
    edits: [{ in: 'keepWorkers', drop: "signalAll('SIGKILL'); await isInTime(ends, killPatience)" }],
    tests: stopping,
  },
  {
    sentence: 'The metrics of all workers are summed, and jump when one dies.',
    edits: [{ in: 'scrapeRegistry', drop: 'worker' }],
    tests: ['test/server/workers/merge-metrics.test.ts', 'test/server/workers/serving.test.ts'],
  },
];
