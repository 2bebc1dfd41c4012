import type { Sabotage } from '../../patch.ts';

const config = 'src/server/workers/worker-config.ts';
const keep = 'src/server/workers/keep-workers.ts';
const divided = ['test/server/workers/worker-config.test.ts'];
const replacing = ['test/server/workers/replacing.test.ts'];
const stopping = ['test/server/workers/stopping.test.ts'];
const refused = ['test/server/workers/refused-start.test.ts'];

/** Several processes that serve at one port. */
export const workers: readonly Sabotage[] = [
  {
    sentence: 'Each worker admits as many requests, connections and bodies as the whole gateway may.',
    edits: [{ file: config, from: 'Math.ceil($all / $of)', to: '$all' }],
    tests: divided,
  },
  {
    sentence: 'With many workers, none may hold the memory of one large body.',
    edits: [{ file: config, from: 'share($deadlines.mostBodyBytes, leastBodyBytes)', to: 'share($deadlines.mostBodyBytes, 1)' }],
    tests: divided,
  },
  {
    sentence: 'Every worker runs a sequencer.',
    edits: [{ file: config, from: '$config.sequencer && number === 1', to: '$config.sequencer' }],
    tests: [...divided, 'test/server/workers/serving.test.ts'],
  },
  {
    sentence: 'A worker that dies is not replaced.',
    edits: [{ file: keep, from: 'if (stopping.signal.aborted) return;\n      early', to: 'if (running.size > 0) return;\n      early' }],
    tests: replacing,
  },
  {
    sentence: 'A worker that cannot start is started again and again without a pause.',
    edits: [{ file: 'src/server/workers/pause-before.ts', from: 'return $early === 0 ? 0', to: 'return $early >= 0 ? 0' }],
    tests: ['test/server/workers/pause-before.test.ts', ...replacing],
  },
  {
    sentence: 'Connections on their way to a worker that is killed are forgotten: their clients wait for ever.',
    edits: [{ file: 'src/server/http/connections/listen.ts', from: 'reusePort: $isShared && canShare', to: 'reusePort: false' }],
    tests: replacing,
  },
  {
    sentence: 'Two gateways of several workers share a port, and so their clients.',
    edits: [
      {
        file: 'src/server/workers/start-workers.ts',
        from: 'await checkPort($config)',
        to: 'await checkPort({ ...$config, port: 0 }), { port } = $config',
      },
    ],
    tests: refused,
  },
  {
    sentence: 'A start that a worker refuses is reported without the name of what is wrong.',
    edits: [
      {
        file: 'src/server/workers/fork-worker.ts',
        from: "else if ($message.kind === 'failed')",
        to: "else if ($message.kind === 'failed' && served)",
      },
    ],
    tests: refused,
  },
  {
    sentence: 'A stop kills workers before they have answered what they had begun.',
    edits: [{ file: keep, from: "signalAll('SIGTERM')", to: "signalAll('SIGKILL')" }],
    tests: stopping,
  },
  {
    sentence: 'A worker that hangs outlives the stop.',
    edits: [{ file: keep, from: "signalAll('SIGKILL');\n      await isInTime(ends, killPatience);", to: '' }],
    tests: stopping,
  },
  {
    sentence: 'The metrics of all workers are summed, and jump when one dies.',
    edits: [{ file: 'src/server/workers/scrape-registry.ts', from: '{ ...$value.labels, worker }', to: '{ ...$value.labels }' }],
    tests: ['test/server/workers/merge-metrics.test.ts', 'test/server/workers/serving.test.ts'],
  },
];
