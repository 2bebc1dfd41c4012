import { issueToken } from '../test/helpers/tokens/issuer.ts';
import { personaNamed } from '../demo/personas.ts';
import { fullDocument, hostileRequests } from './hostile/requests.ts';
import { stallAll, stallingAttacks, stallTicks } from './hostile/stall.ts';
import { openTown } from './town.ts';
import { median } from './median.ts';
import { showProgress } from '../scripts/progress.ts';
import type { Figure, Limits, Report } from './report.ts';
import type { Used } from './served/protocol.ts';
import { serve } from './served/served.ts';

const warmUps = 2;
const rounds = 7;
/**
 * The CPU time that is limited is that of one of so many requests in a row, as an attacker sends them. After a forced
 * collection of all garbage, V8 has lost part of what it compiled, and the next request alone takes twice as long.
 */
const inRow = 8;
const uniqueDocuments = 10_000;
const fullDocuments = 400;
const connections = 16;
const megabyte = 1024 * 1024;

/**
 * The limits of one request, in milliseconds of CPU and megabytes (the median of its rounds), and of the memory that
 * anonymous requests can occupy. The worst round is reported as well.
 */
export const limits: Limits = {
  'CPU ms of the dearest': { most: 50 },
  'MB of the dearest': { most: 20 },
  'CPU ms each@10000 unique documents': { most: 50 },
  'MB kept@10000 unique documents': { most: 20 },
  // The memory of the cached documents and outlines of all principals; src/engine/document/document-store.ts, src/engine/plan/plan.ts.
  'MB kept@400 full documents that come again': { most: 160 },
  // How long others wait for an answer while one resident attacks over 16 connections.
  ...Object.fromEntries(stallingAttacks.map(({ name }) => [`latency under attack/alone@${name}`, { most: 3 }])),
};

/**
 * Measures what hostile requests cost the gateway. They are sent over HTTP, one at a time, to a gateway in a separate
 * process. Reports the CPU time of all its threads, per request of a row and of one request alone, and all memory that one
 * request allocates: the median and the worst round of each request, 10,000 documents that are sent once, and the memory kept
 * for the largest documents when they are sent again. Last, one resident attacks without a pause, and a clerk's latency is
 * compared with its normal.
 */
export async function hostile(): Promise<Report> {
  const progress = showProgress(hostileRequests.length * (warmUps + rounds) + uniqueDocuments + fullDocuments + stallTicks, 'requests');
  const results: Figure[] = [];
  const ratios: Record<string, number> = {};
  const note = (name: string, value: number): void => void (ratios[name] = Math.max(ratios[name] ?? 0, value));
  const town = await openTown();
  try {
    const { gateway, sequencer } = await town.database('ntk_hostile', 2_000);
    const serving = { dataDirectory: town.config.dataDirectory, gateway, sequencer, reference: false };
    // No garbage is collected during a request, so that everything it allocates is counted.
    const served = await serve(serving, ['--max-semi-space-size=64']);
    try {
      const { principal, role, purposes } = personaNamed('resident');
      const authorization = `Bearer ${await issueToken(town.config, { subject: principal, role, purposes, now: new Date() })}`;
      // Refusals have a status of their own.
      const headers = { 'content-type': 'application/json', accept: 'application/graphql-response+json', authorization };
      const send = async (body: string): Promise<number> => {
        const response = await fetch(served.url, { method: 'POST', headers, body });
        await response.arrayBuffer();
        return response.status;
      };
      for (let time = 0; time < 300; time += 1) await send(JSON.stringify({ query: `{ me { a${time}: givenName address { street } } }` }));
      for (const { name, body, statuses } of hostileRequests) {
        progress.begin(name);
        const used = { cpu: new Array<number>(), alone: new Array<number>(), growth: new Array<number>() };
        /** Sends requests that were never sent before, one after another. */
        const use = async (first: number, count: number): Promise<Used> => {
          const bodies = Array.from({ length: count }, (_, at) => body(first + at));
          await served.begin();
          for (const sent of bodies) {
            const status = await send(sent);
            if (!statuses.includes(status)) throw new Error(`${name}: answered with ${status}.`);
          }
          return served.end();
        };
        for (let round = 0; round < warmUps + rounds; round += 1) {
          const first = round * (1 + inRow);
          const { cpu: alone, growth } = await use(first, 1);
          const { cpu } = await use(first + 1, inRow);
          if (round >= warmUps) used.cpu.push(cpu / inRow);
          if (round >= warmUps) used.alone.push(alone);
          if (round >= warmUps) used.growth.push(growth / megabyte);
          progress.tick();
        }
        results.push({ case: name, contender: 'CPU', median: median(used.cpu), unit: 'ms' });
        results.push({ case: name, contender: 'CPU at most', median: Math.max(...used.cpu), unit: 'ms' });
        results.push({ case: name, contender: 'CPU alone', median: median(used.alone), unit: 'ms' });
        results.push({ case: name, contender: 'memory', median: median(used.growth), unit: 'MB' });
        results.push({ case: name, contender: 'memory at most', median: Math.max(...used.growth), unit: 'MB' });
        note('CPU ms of the dearest', median(used.cpu));
        note('CPU ms of the dearest@any round', Math.max(...used.cpu));
        note('CPU ms of the dearest@alone, after a collection of all garbage', median(used.alone));
        note('MB of the dearest', median(used.growth));
        note('MB of the dearest@any round', Math.max(...used.growth));
      }
      progress.begin('unique documents');
      const before = await served.memory();
      await served.begin();
      for (let number = 0; number < uniqueDocuments; number += connections) {
        const queries = Array.from(
          { length: connections },
          (_, at) => `{ me { a${number + at}: givenName familyName address { street } } }`,
        );
        const statuses = await Promise.all(queries.map(async (query) => send(JSON.stringify({ query }))));
        if (statuses.some((status) => status !== 200)) throw new Error('A unique document was not answered.');
        for (const _ of statuses) progress.tick();
      }
      const { cpu } = await served.end();
      note('CPU ms each@10000 unique documents', cpu / uniqueDocuments);
      const unique = await served.memory();
      note('MB kept@10000 unique documents', Math.max(0, unique.heap - before.heap) / megabyte);
      progress.begin('full documents that come again');
      for (let number = 0; number < fullDocuments; number += 1) {
        for (let time = 0; time < 2; time += 1) {
          if ((await send(fullDocument(number))) !== 200) throw new Error('A full document was not answered.');
        }
        progress.tick();
      }
      note('MB kept@400 full documents that come again', Math.max(0, (await served.memory()).heap - unique.heap) / megabyte);
    } finally {
      await served.stop();
    }
    for (const { victim, attack, ratio, alone, attacked } of await stallAll(town, serving, progress)) {
      results.push({ case: `${victim} during ${attack}`, contender: 'alone', median: alone, unit: 'ms' });
      results.push({ case: `${victim} during ${attack}`, contender: 'attacked', median: attacked, unit: 'ms' });
      note(`latency under attack/alone@${attack}`, ratio);
    }
  } finally {
    progress.stop();
    await town.close();
  }
  return { bench: 'hostile', results, ratios };
}
