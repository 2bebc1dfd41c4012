import { town } from '../../src/town/index.ts';
import { getHeapStatistics } from 'node:v8';
import { openGroupCommit } from '../../src/log/store/staging/group-commit.ts';
import { createReceipts } from '../../src/log/store/publication/make-receipts.ts';
import { startSequencer } from '../../src/log/store/numbering/sequencer.ts';
import { readConfig, usualRequestLimits } from '../../src/platform/settings/config.ts';
import { openLogKeys } from '../../src/log/store/publication/log-key-store.ts';
import { openOrm } from '../../src/platform/postgres/connections/orm.ts';
import { createReferenceExecutor } from '../../src/engine/execution/create-reference-executor.ts';
import { buildSchema } from '../../src/server/spine/document/build-schema.ts';
import { openApp } from '../log/app.ts';
import type { Memory, Question, Serving, Used } from './protocol.ts';

/** Milliseconds after a garbage collection. */
const settling = 50;

let began = process.cpuUsage();
let before = 0;
let most = 0;
let sampling: NodeJS.Timeout | undefined;

process.once('message', (serving: Serving) => void open(serving));
// The parent process has ended.
process.once('disconnect', () => process.exit());

async function open({ dataDirectory, gateway, sequencer, reference, asInUse }: Serving): Promise<void> {
  const config = readConfig({ NODE_ENV: 'test', DATA_DIR: dataDirectory, TOKEN_MAX_LIFETIME: '86400' });
  const orm = await openOrm(gateway, town.entities);
  const keys = openLogKeys(config, config.logOrigin);
  if (!reference) startSequencer(sequencer, town.postings, keys, { read: () => undefined, write: () => undefined }, () => undefined);
  const makeReceipts = createReceipts(keys.origin, keys.newest, Date.now);
  const appends = openGroupCommit(gateway, makeReceipts, town.access, () => undefined);
  const { url } = await openApp(
    config,
    orm,
    { appends, makeReceipts },
    reference ? createReferenceExecutor(buildSchema(town).schema) : undefined,
    asInUse ? usualRequestLimits : { ...usualRequestLimits, requests: 1_000, refusedDocuments: 1_000_000 },
  );
  process.on('message', (question: Question) => void answer(question));
  process.send!({ url });
}

async function answer(question: Question): Promise<void> {
  if (question === 'memory') {
    // Objects that wait for a timer or for the end of a commit are released first.
    await new Promise((done) => setTimeout(done, 500));
    for (let time = 0; time < 3; time += 1) globalThis.gc!();
    const { rss, heapUsed } = process.memoryUsage();
    process.send!({ rss, heap: heapUsed } satisfies Memory);
  } else if (question === 'begin') {
    globalThis.gc!();
    // Its threads go on sweeping for a while, which is not the request's work.
    await new Promise((done) => setTimeout(done, settling));
    most = before = usedBytes();
    sampling = setInterval(sample, 1);
    began = process.cpuUsage();
    process.send!({});
  } else {
    const { user, system } = process.cpuUsage(began);
    clearInterval(sampling);
    sample();
    process.send!({ cpu: (user + system) / 1_000, growth: most - before } satisfies Used);
  }
}

function sample(): void {
  most = Math.max(most, usedBytes());
}

// Called a thousand times a second: process.memoryUsage is too slow, because it also reads the whole process's size.
function usedBytes(): number {
  const { used_heap_size: heap, external_memory: external } = getHeapStatistics();
  return heap + external;
}
