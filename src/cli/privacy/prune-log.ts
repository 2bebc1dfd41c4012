import type { Command } from 'commander';
import { PrivacyError } from '../../errors.ts';
import { keptFrom, logRetention } from '../../policy/log-retention.ts';
import { dayOf } from '../../records/reader.ts';
import { isDate } from './day.ts';
import { exiting } from './exiting.ts';
import { changeLog } from './keeping/change-log.ts';
import { prune } from './keeping/prune.ts';

const examples = `
${logRetention.sentence} Authority: ${logRetention.authority}.
Whole months go, entries and openings; the tree stays, so that every proof of the rest still holds.
What went is logged itself.

Examples:
  npm run -s privacy -- prune-log
  npm run -s privacy -- prune-log --before 2016-01-01 --json

Exit codes: 0, 2 where it could not be done; then nothing is taken out.`;

interface Options {
  readonly before?: string;
  readonly json?: true;
}

/** `prune-log`: takes out of the access log what is past its retention. */
export function addPruneLog(program: Command): void {
  program
    .command('prune-log')
    .description('Takes the months out of the access log that are past its retention, and logs that.')
    .option('--before <date>', 'only months that ended by then, as 2016-01-01 (default: all that are past the retention)')
    .option('--json', 'as JSON')
    .addHelpText('after', examples)
    .action(
      exiting(async ({ before, json }: Options) => {
        const now = new Date();
        const latest = keptFrom(dayOf(now));
        if (before !== undefined && !isDate(before))
          throw new PrivacyError('SETTING_INVALID', { problems: ['--before: a date such as 2016-01-01'] });
        const from = before === undefined ? latest : `${before.slice(0, 7)}-01`;
        if (from > latest) throw new PrivacyError('RETENTION_NOT_OVER', { problems: [`--before: ${latest} at the latest`] });
        const pruned = await changeLog('eraser', (client) => prune(client, from, now));
        const sentence = pruned
          ? `Took out entries ${pruned.first} to ${pruned.last}, of before ${from}; logged as entry ${pruned.loggedAs}.`
          : `There is no entry of before ${from}.`;
        process.stdout.write(json ? `${JSON.stringify({ keptFrom: from, pruned: pruned ?? null }, null, 2)}\n` : `${sentence}\n`);
        return false;
      }),
    );
}
