import type { Command } from 'commander';
import { PrivacyError } from '../../../platform/errors/errors.ts';
import type { LoadApplication } from '../../../engine/application.ts';
import { keptFrom } from '../../../engine/policy/declaration/log-retention.ts';
import { isDate } from '../../terminal/day.ts';
import { ownCalendar } from '../../terminal/own-calendar.ts';
import { helpAfter } from '../../terminal/help-after.ts';
import { withExitCode } from '../../terminal/with-exit-code.ts';
import { changeLog } from './change-log.ts';
import { prune } from './prune.ts';

const examples = `
The policy says how long entries are kept, and under which act.
Whole months are removed, entries and segments; the tree stays, so all proofs of the rest stay valid.
The removal itself is logged.

Examples:
  $0 prune-log
  $0 prune-log --before 2016-01-01 --json

Exit codes: 0, 2 on failure; then nothing is removed.`;

interface Options {
  readonly before?: string;
  readonly json?: true;
}

/** `prune-log`: removes entries past their retention from the access log. */
export function addPruneLog(program: Command, load: LoadApplication): void {
  program
    .command('prune-log')
    .description('Removes months past their retention from the access log, and logs the removal.')
    .option('--before <date>', 'only months that ended by this date, such as 2016-01-01 (default: all months past their retention)')
    .option('--json', 'as JSON')
    .addHelpText('after', helpAfter(examples))
    .action(
      withExitCode(async ({ before, json }: Options) => {
        const { policy } = await load();
        const { logRetention } = policy.vocabulary;
        const now = new Date();
        const latest = keptFrom(logRetention, ownCalendar().dayOf(now));
        if (before !== undefined && !isDate(before))
          throw new PrivacyError('SETTING_INVALID', { problems: ['--before: a date such as 2016-01-01'] });
        const from = before === undefined ? latest : `${before.slice(0, 7)}-01`;
        if (from > latest) throw new PrivacyError('RETENTION_NOT_OVER', { problems: [`--before: ${latest} at the latest`] });
        const pruned = await changeLog('eraser', (client) => prune(policy, client, from, now));
        const sentence = pruned
          ? `Removed entries ${pruned.first} to ${pruned.last}, from before ${from}; logged as entry ${pruned.loggedAs}.`
          : `There is no entry from before ${from}.`;
        process.stdout.write(json ? `${JSON.stringify({ keptFrom: from, pruned: pruned ?? null }, null, 2)}\n` : `${sentence}\n`);
        return false;
      }),
    );
}
