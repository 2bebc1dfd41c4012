import { withCluster } from '../test/helpers/processes/run-command.ts';
import { openWeb, untilShown, type Web } from '../test/web/open-web.ts';
import { showProgress, type Progress } from '../scripts/progress.ts';
import { median } from './median.ts';
import { fillLists } from './pages/fill-lists.ts';
import { timeRows, watchRows, type Shown } from './pages/time-rows.ts';
import type { Figure, Limits, Report } from './report.ts';

const loads = { whole: 20, quick: 3 } as const;

/** Rows of the first page of most lists. */
const rowsOfPage = 50;

/** Milliseconds from the gateway's answer to the paint of the last row. */
const most = 100;

/** The 95th percentile of the slowest page, by what a page may take. */
export const limits: Limits = { 'the slowest page, by 100 ms': { most: 1 } };

/** The pages with a list, and the operation that reads it. */
const lists = [
  { persona: 'resident', path: '/who-looked', operation: 'WhoLooked' },
  { persona: 'resident', path: '/purchases', operation: 'OwnPurchases' },
  { persona: 'resident', path: '/purchases/buy', operation: 'Catalogue' },
  { persona: 'resident', path: '/helpdesk', operation: 'OwnTickets' },
  { persona: 'resident', path: '/requests', operation: 'OwnRequests' },
  { persona: 'support', path: '/', operation: 'TicketQueue' },
  { persona: 'privacy-officer', path: '/privacy-requests', operation: 'PrivacyRequests' },
  { persona: 'privacy-officer', path: '/mandates', operation: 'Mandates' },
  { persona: 'privacy-officer', path: '/staff', operation: 'StaffRegister' },
  { persona: 'reviewer', path: '/disclosures', operation: 'Disclosures' },
  { persona: 'reviewer', path: '/access-log', operation: 'NewestEntries' },
] as const;

/** Loads each page with a list in the browser, and times it from the end of the gateway's answer to the paint of the last row. */
export async function pages(size: keyof typeof loads): Promise<Report> {
  const results: Figure[] = [];
  const ratios: Record<string, number> = {};
  await withCluster(async () => {
    const web = await openWeb({ withReads: true });
    const progress = showProgress(lists.length, 'pages');
    try {
      await fillLists(web.town.gateway, rowsOfPage, web.now());
      const slowest = await timeLists(web, loads[size], progress, results);
      ratios['the slowest page, by 100 ms'] = slowest / most;
    } finally {
      progress.stop();
      await web.close();
    }
  });
  return { bench: 'pages', results, ratios };
}

async function timeLists(web: Web, times: number, progress: Progress, results: Figure[]): Promise<number> {
  let slowest = 0;
  for (const { persona, path, operation } of lists) {
    const name = `${persona} ${path}`;
    progress.begin(name);
    const visit = await web.signedInAs(persona);
    await watchRows(visit.context);
    const samples: Shown[] = [];
    // The first load fills the browser's cache of scripts.
    for (let load = 0; load <= times; load += 1) {
      await visit.go(path);
      await untilShown(visit.page);
      if (load > 0) samples.push(await timeRows(visit.page, operation));
    }
    await visit.close();
    const sorted = samples.map(({ milliseconds }) => milliseconds).toSorted((one, other) => one - other);
    const late = sorted[Math.ceil(sorted.length * 0.95) - 1]!;
    slowest = Math.max(slowest, late);
    results.push(
      { case: name, contender: 'median', median: median(sorted), unit: 'ms' },
      { case: name, contender: '95th percentile', median: late, unit: 'ms' },
      { case: name, contender: 'in the page', median: samples[0]!.rows, unit: 'rows' },
    );
    progress.tick();
  }
  return slowest;
}
