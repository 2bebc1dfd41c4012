import { installPeers } from './http/install-peers.ts';
import { measureServers } from './http/measure-servers.ts';
import { openServers, type Servers } from './http/open-servers.ts';
import { showProgress } from '../scripts/progress.ts';
import type { Figure, Limits, Report } from './report.ts';

/** The numbers of rows that can be requested. */
export const rowCounts = [1, 50, 500] as const;
export type RowCount = (typeof rowCounts)[number];

const sizes = {
  whole: { residents: 100_000, rounds: 9, warmUp: 12_000, milliseconds: 3_000 },
  quick: { residents: 2_000, rounds: 3, warmUp: 1_000, milliseconds: 700 },
} as const;

/** The gateway must be faster than the usual alternatives without its protection. */
export const limits: Limits = {
  'gateway/shield-orm@50': { least: 5 },
  'gateway/postgraphile@1': { least: 1 },
  'gateway/postgraphile@50': { least: 1.5 },
  'gateway/postgraphile@500': { least: 1 },
  'gateway/plain-sql@50': { least: 1 },
};

/**
 * Measures answers per second over HTTP at 16 connections. The operation lists residents with their addresses in the order
 * of registration, as a clerk of customer service does without a case. Every contender is a separate process over the same
 * PostgreSQL, with as many connections to it, and only one is loaded at a time. 500 rows are five pages of 100 in one operation.
 *
 * The others select and answer the same as the gateway. The gateway withholds street and postal code, so PostGraphile has no such
 * columns, and those without protection by column serve them. Only the gateway withholds where address-protected people
 * live, verifies a token and keeps a log. Entries that have no number when its slice ends are numbered before the next
 * contender's slice, and that time is reported.
 * @param only the numbers of rows to time, in the order of the list
 * @param numbered whether the gateway numbers its log, as it must in use; otherwise the limits mean nothing
 * @throws Error if the contenders' answers differ
 */
export async function http(only: readonly RowCount[], size: keyof typeof sizes, numbered: boolean): Promise<Report> {
  installPeers();
  const { residents, ...timing } = sizes[size];
  const chosen = rowCounts.filter((rows) => only.includes(rows));
  const progress = showProgress(chosen.length * timing.rounds + 1, 'rounds');
  const results: Figure[] = [];
  const ratios: Record<string, number> = {};
  let opened: Servers | undefined;
  try {
    progress.begin(`a town of ${residents}`);
    opened = await openServers(residents, numbered);
    progress.tick();
    for (const rows of chosen) {
      const name = rows === 1 ? '1 row' : `${rows} rows`;
      progress.begin(name);
      const { medians, settling } = await measureServers(opened, rows, timing, () => progress.tick());
      for (const [contender, median] of medians) results.push({ case: name, contender, median, unit: 'req/s' });
      const gateway = medians.get('gateway')!;
      for (const [other, median] of medians) if (other !== 'gateway') ratios[`gateway/${other}@${rows}`] = gateway / median;
      if (numbered) ratios[`seconds left to number@${rows}`] = settling;
    }
  } finally {
    progress.stop();
    await opened?.close();
  }
  return { bench: numbered ? 'http' : 'http, nothing numbered', results, ratios };
}
