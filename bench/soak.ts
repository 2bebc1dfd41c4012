import { openTown } from './town.ts';
import { showProgress } from '../scripts/progress.ts';
import type { Limits, Report } from './report.ts';
import type { Memory } from './served/protocol.ts';
import { serve } from './served/served.ts';
import { createAsk, type Ask } from './soak/asking.ts';
import { soakOperations, type SoakOperation } from './soak/operations.ts';

const connections = 16;
/** One in this number of requests has a unique document. */
const uniqueDocumentInterval = 10;
/** The number of requests that use one token. */
const requestsPerToken = 10_000;
const megabyte = 1024 * 1024;

/** The memory at the end must be about that at the beginning, and every answer must be the one that graphql-js gives. */
export const limits: Limits = {
  'heap@end/beginning': { most: 1.15 },
  'rss@end/beginning': { most: 1.15 },
  'answers that differ': { most: 0 },
};

/**
 * Sends the same operations repeatedly, as several personas, to a gateway in a separate process. A tenth of them have
 * unique documents. Compares each answer with that of a second gateway over the same database, in
 * which graphql-js' own `execute` takes the executor's place.
 * @param requests the number of requests; the memory is first measured after a tenth of them
 */
export async function soak(requests: number): Promise<Report> {
  const progress = showProgress(requests, 'requests');
  const town = await openTown();
  try {
    const { owner, gateway, sequencer } = await town.database('ntk_soak', 2_000);
    const serving = { dataDirectory: town.config.dataDirectory, gateway, sequencer };
    const reference = await serve({ ...serving, reference: true });
    let ask = await createAsk(town.config, owner, soakOperations);
    const expected = await answersOf(reference.url, ask);
    await reference.stop();

    const served = await serve({ ...serving, reference: false });
    const memories: Memory[] = [];
    let differing = 0;
    let sent = 0;
    try {
      for (const until of [Math.ceil(requests / 10), requests]) {
        progress.begin(`to ${until} requests`);
        while (sent < until) {
          const batch = Math.min(until, sent + requestsPerToken);
          ask = await createAsk(town.config, owner, soakOperations);
          const worker = async (): Promise<void> => {
            while (sent < batch) {
              const number = (sent += 1);
              // The operations take turns with unique documents.
              const operation = soakOperations[(number + Math.floor(number / soakOperations.length)) % soakOperations.length]!;
              const answer = await ask(served.url, operation, number % uniqueDocumentInterval === 0 ? number : undefined);
              if (answer !== expected.get(operation)) {
                differing += 1;
                if (differing <= 3) process.stderr.write(`${operation.name}: another answer than the reference\n`);
              }
              progress.tick();
            }
          };
          await Promise.all(Array.from({ length: connections }, worker));
        }
        memories.push(await served.memory());
      }
    } finally {
      await served.stop();
    }
    const [first, last] = memories as [Memory, Memory];
    const figures = { beginning: first, end: last };
    return {
      bench: 'soak',
      results: Object.entries(figures).flatMap(([contender, memory]) =>
        (['heap', 'rss'] as const).map((kind) => ({ case: kind, contender, median: memory[kind] / megabyte, unit: 'MB' })),
      ),
      ratios: { 'heap@end/beginning': last.heap / first.heap, 'rss@end/beginning': last.rss / first.rss, 'answers that differ': differing },
    };
  } finally {
    progress.stop();
    await town.close();
  }
}

/** @throws Error if the gateway gives two answers to the same operation, or none */
async function answersOf(url: string, ask: Ask): Promise<ReadonlyMap<SoakOperation, string>> {
  const answers = new Map<SoakOperation, string>();
  for (const operation of soakOperations) {
    const answer = await ask(url, operation);
    if (answer !== (await ask(url, operation, 2)))
      throw new Error(`${operation.name}: the reference answers it in two ways.\n${answer}\n${await ask(url, operation, 2)}`);
    if (!answer.includes('"data":{')) throw new Error(`${operation.name}: ${answer.slice(0, 300)}`);
    answers.set(operation, answer);
  }
  return answers;
}
