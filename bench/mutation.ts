import { issueToken } from '../test/helpers/tokens/issuer.ts';
import { openClient } from './conversation/client.ts';
import { noLog, openApp } from './log/app.ts';
import { median } from './median.ts';
import { countEntries } from './mutation/count-entries.ts';
import { flowsOf, type Issue } from './mutation/flows.ts';
import { openOrmWithoutLog } from './mutation/orm-without-log.ts';
import { showProgress } from '../scripts/progress.ts';
import type { Figure, Limits, Report } from './report.ts';
import { serve } from './numbered-gateway.ts';
import { openTown } from './town.ts';

const residents = 2_000;
const connections = [1, 16] as const;
const sizes = { whole: { rounds: 7, milliseconds: 1_500 }, quick: { rounds: 2, milliseconds: 500 } } as const;

/** The figures are reported without limits. */
export const limits: Limits = {};

/**
 * Times changes over HTTP, alternately with the log and with a log that stores nothing: whole encounters and tickets per
 * second, and the log's share of their time.
 */
export async function mutation(size: keyof typeof sizes): Promise<Report> {
  const { rounds, milliseconds } = sizes[size];
  const progress = showProgress(2 * connections.length * (rounds + 1), 'rounds');
  const town = await openTown();
  const client = openClient();
  const closers: (() => Promise<unknown>)[] = [];
  try {
    progress.begin('loading');
    const roles = await town.database('mutation', residents);
    const served = await serve(town.config, roles);
    closers.push(() => served.close());
    const orm = await openOrmWithoutLog(roles.gateway);
    closers.push(() => orm.close(true));
    const unlogged = await openApp(town.config, orm, noLog);
    closers.push(() => unlogged.close());
    const token: Issue = (subject, role, purpose) =>
      issueToken(town.config, { subject, role, purposes: [purpose], now: new Date(), lifetime: 12 * 60 * 60 });
    const results: Figure[] = [];
    const ratios: Record<string, number> = {};
    for (const { name, lanes } of await flowsOf(token, roles, Math.max(...connections))) {
      for (const many of connections) {
        progress.begin(`${name}, ${many === 1 ? '1 connection' : `${many} connections`}`);
        const rates = { 'log on': new Array<number>(), 'log off': new Array<number>() };
        // The first round is a warm-up.
        for (let round = 0; round <= rounds; round += 1) {
          for (const [contender, url] of [
            ['log on', served.url],
            ['log off', unlogged.url],
          ] as const) {
            const before = await countEntries(roles);
            const { times, seconds } = await client.run({ url, lanes: lanes.slice(0, many), milliseconds });
            if (round > 0) rates[contender].push(times.flat().length / seconds);
            // The entries are numbered while nothing is timed.
            await served.number();
            const logged = (await countEntries(roles)) - before;
            const expected = contender === 'log on' ? times.flat(2).length : 0;
            if (logged !== expected) throw new Error(`With the ${contender} there are ${logged} entries of ${expected}.`);
          }
          progress.tick();
        }
        const found = { on: median(rates['log on']), off: median(rates['log off']) };
        const figure = (contender: string, rate: number) => ({ case: `${name} @${many}`, contender, median: rate, unit: '/s' });
        results.push(figure('log on', found.on), figure('log off', found.off));
        ratios[`share of the log, ${name}@${many}`] = 1 - found.on / found.off;
      }
    }
    return { bench: 'mutation', results, ratios };
  } finally {
    progress.stop();
    await client.stop();
    for (const close of closers.toReversed()) await close();
    await town.close();
  }
}
