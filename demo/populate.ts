import { Command, InvalidArgumentError } from 'commander';
import { showProgress } from '../src/cli/terminal/show-progress.ts';
import { readConfig } from '../src/platform/settings/config.ts';
import { isPopulated } from './population/is-populated.ts';
import { populate } from './population/populate.ts';
import { addSignIns } from './population/sign-ins.ts';
import { openDatabase } from '../src/server/start/open.ts';
import { startFailure } from '../src/server/start/stop/start-failure.ts';
import { demoCalendar } from './demo-calendar.ts';
import { townDatabase } from '../src/town/shared/database/database.ts';

const fewest = 200;
const most = 5_000_000;

interface Options {
  readonly residents: number;
  readonly replace: boolean;
}

await new Command('populate')
  .description('Fills the database with the demo population of an imaginary town. Not in production.')
  .option('--residents <number>', `number of residents, from ${fewest} to ${most}`, residentsOf, 2_000)
  .option('--replace', 'first delete all records and web visits; the access log stays', false)
  .action(run)
  .parseAsync();

async function run({ residents, replace }: Options): Promise<void> {
  try {
    const config = readConfig();
    if (config.production) return refuse('Production refuses the demo population.');
    const database = await openDatabase(config, [], townDatabase);
    try {
      const { owner } = database.roles;
      if (!replace && (await isPopulated(owner))) return refuse('The database has residents already. --replace deletes them first.');
      const now = new Date();
      const started = performance.now();
      const progress = showProgress(residents, 'residents', process.stdout);
      try {
        const rows = await populate(owner, {
          residents,
          replace,
          today: demoCalendar.dayOf(now),
          now,
          onProgress: (done) => progress.update(done),
        });
        progress.stop();
        await addSignIns(owner, { dataDirectory: config.dataDirectory, now });
        const seconds = ((performance.now() - started) / 1_000).toFixed(1);
        process.stdout.write(`${residents.toLocaleString('en-CA')} residents, ${rows.toLocaleString('en-CA')} rows in ${seconds} s\n`);
      } finally {
        progress.stop();
      }
    } finally {
      await database.close();
    }
  } catch (error) {
    refuse(startFailure(error).message);
  }
}

function refuse(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
  process.exitCode = 1;
}

function residentsOf(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < fewest || number > most) {
    throw new InvalidArgumentError(`Give a whole number from ${fewest} to ${most}.`);
  }
  return number;
}
