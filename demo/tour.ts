import { mkdtempSync, rmSync, chmodSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { formatTable } from '../src/cli/format-table.ts';
import { readConfig } from '../src/config.ts';
import { startFailure } from '../src/gateway/start-failure.ts';
import { start } from '../src/gateway/start.ts';
import { development } from './development.ts';
import { ask } from './tour/ask.ts';
import { columns, seenIn, tourQuery, type Seen } from './tour/columns.ts';
import { entriesInWords, entriesQuery, sayRole } from './tour/entries.ts';
import { expectedIn, tourSubject } from './tour/expected.ts';
import { historyInWords, historyQuery } from './tour/history.ts';
import { views } from './tour/views.ts';

new Command('tour')
  .description('Asks one query about one resident as everybody, prints what each saw, and what the access log says of it.')
  .option('--json', 'as JSON')
  .action(async ({ json }: { json?: true }) => {
    try {
      process.exitCode = (await tour(json === true)) ? 0 : 1;
    } catch (error) {
      process.stderr.write(`${startFailure(error).message}\n`);
      process.exitCode = 2;
    }
  })
  .parse();

interface Row {
  readonly label: string;
  readonly seen: readonly Seen[];
  readonly expected: readonly Seen[];
}

/** @returns whether what everybody saw is what the matrix says */
async function tour(asJson: boolean): Promise<boolean> {
  const directory = mkdtempSync(join(tmpdir(), 'need-to-know-tour-'));
  chmodSync(directory, 0o755);
  const config = {
    ...readConfig(),
    port: 0,
    host: '127.0.0.1',
    dataDirectory: join(directory, 'data'),
    databaseUrl: undefined,
    logLevel: 'error',
  };
  const gateway = await start(config, development);
  try {
    // Somebody must have looked before, or nobody could see who did; and not at tickets, which a guardian is not told of.
    await ask(config, gateway.url, views[0]!, 'query ($id: ID!) { resident(id: $id) { givenName } }', { id: tourSubject });
    await gateway.sequence();
    const rows: Row[] = [];
    for (const view of views) {
      const { data } = await ask(config, gateway.url, view, tourQuery, { id: tourSubject });
      // Who looks at the log later finds those who came before.
      await gateway.sequence();
      rows.push({
        label: view.label,
        seen: columns.map((column) => seenIn(data, column)),
        expected: columns.map((column) => expectedIn(view, column)),
      });
    }
    const told = historyInWords((await ask(config, gateway.url, views[0]!, historyQuery)).data, (role) => lowerFirst(sayRole(role)));
    const review = { persona: 'privacy-officer', purpose: 'ACCESS_REVIEW', case: undefined } as const;
    const words = entriesInWords((await ask(config, gateway.url, review, entriesQuery)).data);
    const wrong = rows.flatMap(({ label, seen, expected }) =>
      columns.flatMap(({ title }, index) =>
        seen[index] === expected[index] ? [] : [`${label.trim()}, ${title}: saw ${seen[index]}, the matrix says ${expected[index]}`],
      ),
    );
    process.stdout.write(
      asJson ? `${JSON.stringify({ rows, history: told, entries: words, wrong }, null, 2)}\n` : page(rows, told, words, wrong),
    );
    return wrong.length === 0;
  } finally {
    await gateway.stop();
    rmSync(directory, { recursive: true, force: true });
  }
}

function lowerFirst(text: string): string {
  return text.replace(/^./, (letter) => letter.toLowerCase());
}

const signs: Readonly<Record<Seen, string>> = { value: 'value', hint: 'hint', withheld: '·', 'not there': '' };

function page(rows: readonly Row[], told: readonly string[], words: readonly string[], wrong: readonly string[]): string {
  const heads = ['', ...columns.map(({ title }) => title)];
  const body = rows.map(({ label, seen }) => [label, ...seen.map((one) => signs[one])]);
  return [
    'One query about one resident, asked by everybody. “·” is withheld; blank: no such person or list for them.',
    '',
    ...formatTable(heads, body),
    '',
    'What the resident is told of it, the own reads left out:',
    ...told,
    '',
    'What the access log says of it:',
    ...words,
    '',
    ...(wrong.length === 0 ? ['Everybody saw what the matrix says.'] : ['Not what the matrix says:', ...wrong]),
    '',
  ].join('\n');
}
