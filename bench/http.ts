import { measureDay } from './day/measure-day.ts';
import { installPeers } from './http/install-peers.ts';
import { measureCredentials } from './http/measure-credentials.ts';
import { measureServers } from './http/measure-servers.ts';
import { openServers, type Servers } from './http/open-servers.ts';
import { showProgress } from '../scripts/progress.ts';
import type { Figure, Limits, Report } from './report.ts';

/** The numbers of rows that can be requested. */
export const rowCounts = [1, 50, 500] as const;

/** The cases: the clerk's list with so many rows, and a town's day. */
export const caseNames = [...rowCounts.map(String), 'day'] as const;

// Once its code is compiled, a contender needs a shorter warm-up for the next case.
const sizes = {
  whole: { residents: 100_000, rounds: 7, warmUp: 12_000, nextWarmUp: 5_000, milliseconds: 2_000 },
  quick: { residents: 20_000, rounds: 2, warmUp: 1_000, nextWarmUp: 1_000, milliseconds: 700 },
} as const;

/** How to run it. */
export interface HttpOptions {
  /** The cases to time, in the order of the list. */
  readonly only: readonly string[];
  readonly size: keyof typeof sizes;
  /** Undefined: as many as the size has. */
  readonly rounds: number | undefined;
  /** Whether the gateway numbers its log, as it must in use; otherwise the limits mean nothing. */
  readonly numbered: boolean;
  /** In how many processes some contenders serve, each in as many; the limits are for one. */
  readonly workers: number;
}

/** The gateway must be faster than the usual alternatives without its protection. */
export const limits: Limits = {
  'gateway/shield-orm@50': { least: 5 },
  'gateway/postgraphile@1': { least: 1 },
  'gateway/postgraphile@50': { least: 1.5 },
  'gateway/postgraphile@500': { least: 1 },
  'gateway/plain-sql@50': { least: 1 },
  'gateway/shield-orm@day': { least: 1.5 },
  'cookie/bearer@1': { least: 0.9 },
  'dpop/bearer@1': { least: 0.7 },
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
 *
 * With 1 row, the gateway is also asked by the cookie of a session, by a token that is bound to a key and by a partner's token: see
 * `measureCredentials`. A town's day is asked of the gateway and of two servers that do the same work: see `measureDay`.
 * @throws Error if the contenders' answers differ, or one refuses a request
 */
export async function http({ only, size, rounds: given, numbered, workers }: HttpOptions): Promise<Report> {
  installPeers();
  const { residents, rounds: usual, warmUp, nextWarmUp, milliseconds } = sizes[size];
  const rounds = given ?? usual;
  const chosen = rowCounts.filter((rows) => only.includes(String(rows)));
  const withCredentials = workers === 1 && only.includes('1');
  const progress = showProgress((only.length + Number(withCredentials)) * rounds + 1, 'rounds');
  const results: Figure[] = [];
  const ratios: Record<string, number> = {};
  let opened: Servers | undefined;
  try {
    progress.begin(`a town of ${residents}`);
    opened = await openServers(residents, numbered, workers);
    progress.tick();
    for (const [at, rows] of chosen.entries()) {
      const name = rows === 1 ? '1 row' : `${rows} rows`;
      progress.begin(name);
      const timing = { rounds, milliseconds, warmUp: at === 0 ? warmUp : nextWarmUp };
      const { medians, settling } = await measureServers(opened, rows, timing, () => progress.tick());
      for (const [contender, median] of medians) results.push({ case: name, contender, median, unit: 'req/s' });
      const gateway = medians.get('gateway')!;
      for (const [other, median] of medians) if (other !== 'gateway') ratios[`gateway/${other}@${rows}`] = gateway / median;
      if (numbered) ratios[`seconds left to number@${rows}`] = settling;
      if (rows !== 1 || !withCredentials) continue;
      progress.begin('1 row, by credential');
      const found = await measureCredentials(opened, { ...timing, warmUp: nextWarmUp }, () => progress.tick());
      results.push(...found.results);
      Object.assign(ratios, found.ratios);
    }
    if (only.includes('day')) {
      progress.begin('a town’s day');
      const found = await measureDay(opened, { rounds, milliseconds, warmUp }, () => progress.tick());
      results.push(...found.results);
      Object.assign(ratios, found.ratios);
    }
  } finally {
    progress.stop();
    await opened?.close();
  }
  const inSeveral = workers > 1 ? `, ${workers} processes each` : '';
  return { bench: `http${inSeveral}${numbered ? '' : ', nothing numbered'}`, results, ratios };
}
