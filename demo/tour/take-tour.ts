import { town } from '../../src/town/index.ts';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../../src/platform/settings/config.ts';
import { freePort } from '../../src/platform/postgres/embedded/free-port.ts';
import { start } from '../../src/server/start/start.ts';
import { development } from '../development.ts';
import { signInAll } from './ask.ts';
import { columns, seenIn, tourQuery, type Seen } from './columns.ts';
import { entriesInWords, entriesQuery, roleInWords } from './entries.ts';
import { expectedIn, tourSubject } from './expected.ts';
import { historyInWords, historyQuery } from './history.ts';
import { views } from './views.ts';

/** By column: the value that one persona sees, and the value that the policy matrix permits. */
export interface TourRow {
  readonly label: string;
  readonly seen: readonly Seen[];
  readonly expected: readonly Seen[];
}

export interface Tour {
  readonly rows: readonly TourRow[];
  /** The resident's access history, in words. */
  readonly history: readonly string[];
  /** The access entries that a privacy officer reviews, in words. */
  readonly entries: readonly string[];
  /** Each cell that differs from the policy matrix. */
  readonly wrong: readonly string[];
}

/** Takes the tour with a new gateway in a temporary folder, which is removed afterwards. */
export async function takeTour(): Promise<Tour> {
  const directory = mkdtempSync(join(tmpdir(), 'need-to-know-tour-'));
  chmodSync(directory, 0o755);
  const port = await freePort(Number.NaN);
  // No settings of the environment: a database or secrets that it names are not the tour's.
  const config = readConfig({ PORT: String(port), DATA_DIR: join(directory, 'data'), LOG_LEVEL: 'error' });
  const gateway = await start(town, config, development);
  try {
    const review = { persona: 'reviewer', purpose: 'ACCESS_REVIEW', case: undefined } as const;
    const names = [...views, review].flatMap(({ persona }) => persona ?? []);
    const ask = await signInAll(gateway.url, { ...config.identity!, ...config }, config.secrets, names);
    // A sign-in is in the access history too.
    const since = new Date().toISOString();
    // A first read, so that the access history is not empty. It selects no tickets, because guardians do not see who read those.
    await ask(views[0]!, 'query ($id: ID!) { resident(id: $id) { givenName } }', { id: tourSubject });
    await gateway.sequence();
    const rows: TourRow[] = [];
    for (const view of views) {
      const { data } = await ask(view, tourQuery, { id: tourSubject, since });
      // The next view's access history includes this read.
      await gateway.sequence();
      rows.push({
        label: view.label,
        seen: columns.map((column) => seenIn(data, column)),
        expected: columns.map((column) => expectedIn(view, column)),
      });
    }
    const history = historyInWords((await ask(views[0]!, historyQuery)).data, (role) => lowerFirst(roleInWords(role)));
    const entries = entriesInWords((await ask(review, entriesQuery)).data);
    return { rows, history, entries, wrong: rows.flatMap(differences) };
  } finally {
    await gateway.stop();
    rmSync(directory, { recursive: true, force: true });
  }
}

function differences({ label, seen, expected }: TourRow): readonly string[] {
  return columns.flatMap(({ title }, index) =>
    seen[index] === expected[index] ? [] : [`${label.trim()}, ${title}: saw ${seen[index]}, the policy matrix says ${expected[index]}`],
  );
}

function lowerFirst(text: string): string {
  return text.replace(/^./, (letter) => letter.toLowerCase());
}
