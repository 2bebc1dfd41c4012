import type { Command } from 'commander';
import { PrivacyError } from '../../errors.ts';
import { isUuid } from '../../records/reader.ts';
import { exiting } from './exiting.ts';
import { changeLog } from './keeping/change-log.ts';
import { eraseOne } from './keeping/erase-one.ts';

const examples = `
Everything else of the entry, and every proof of it, stays as it was. The erasing is logged itself,
without the person. PostgreSQL's files and backups keep what was erased until they are written over.

Examples:
  npm run -s privacy -- erase-opening --entry ID --subject RESIDENT_ID
  npm run -s privacy -- erase-opening --entry ID --principal --json

Exit codes: 0, 2 where it could not be done; then nothing is erased.`;

interface Options {
  readonly entry: string;
  readonly subject?: string;
  readonly principal?: true;
  readonly json?: true;
}

/** `erase-opening`: makes the access log forget one person's part of one entry. */
export function addEraseOpening(program: Command): void {
  program
    .command('erase-opening')
    .description('Erases what one access entry says about one person, and logs that.')
    .requiredOption('--entry <id>', 'the entry')
    .option('--subject <id>', 'the data subject')
    .option('--principal', 'who asked')
    .option('--json', 'as JSON')
    .addHelpText('after', examples)
    .action(
      exiting(async ({ entry, subject, principal, json }: Options) => {
        const wrong = [
          ...(isUuid(entry) ? [] : ['--entry: the id of an access entry']),
          ...(subject === undefined || isUuid(subject) ? [] : ['--subject: the id of a person']),
          ...((subject === undefined) === (principal === undefined) ? ['--subject or --principal: one of them'] : []),
        ];
        if (wrong.length > 0) throw new PrivacyError('SETTING_INVALID', { problems: wrong });
        const erased = await changeLog('eraser', (client) => eraseOne(client, entry, subject, new Date()));
        const { number, ordinal, loggedAs } = erased;
        const sentence = `Erased opening ${ordinal} of entry ${number}; logged as entry ${loggedAs}.`;
        process.stdout.write(json ? `${JSON.stringify({ entry, ...erased }, null, 2)}\n` : `${sentence}\n`);
        return false;
      }),
    );
}
