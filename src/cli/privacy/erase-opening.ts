import type { Command } from 'commander';
import { readConfig } from '../../config.ts';
import { existingSecret } from '../../database/secrets.ts';
import { PrivacyError } from '../../errors.ts';
import { policyInForce } from '../../policy/policy.ts';
import { createPseudonyms, entryReader, logReader } from '../../records/pseudonyms.ts';
import { isUuid } from '../../records/reader.ts';
import { withExitCode } from './with-exit-code.ts';
import { changeLog } from './change-log/change-log.ts';
import { eraseOne } from './change-log/erase-one.ts';

const examples = `
The rest of the entry and all proofs stay valid. The erasure itself is logged, without the person.
An entry is named by the id in its receipt, or by the id that somebody was shown in a list or a history.
The second one differs for each person: --shown-to names the person.
The tables of that month are written anew, and others who use them wait.
Backups keep the erased data; docs/operations.md says what the write-ahead log keeps, and until when.

Examples:
  npm run -s privacy -- erase-opening --entry ID --subject RESIDENT_ID
  npm run -s privacy -- erase-opening --entry SHOWN_ID --shown-to RESIDENT_ID --subject RESIDENT_ID
  npm run -s privacy -- erase-opening --entry ID --principal --json

Exit codes: 0, 2 on failure; then nothing is erased.`;

interface Options {
  readonly entry: string;
  readonly shownTo?: string;
  readonly subject?: string;
  readonly principal?: true;
  readonly json?: true;
}

/** `erase-opening`: erases one person's part of one access entry. */
export function addEraseOpening(program: Command): void {
  program
    .command('erase-opening')
    .description('Erases what one access entry states about one person, and logs the erasure.')
    .requiredOption('--entry <id>', 'the id of the entry')
    .option('--shown-to <id>', 'the resident, officer or auditor to whom the entry was shown under this id')
    .option('--subject <id>', 'erase the opening of this data subject (id)')
    .option('--principal', 'erase the opening of the principal')
    .option('--json', 'as JSON')
    .addHelpText('after', examples)
    .action(
      withExitCode(async ({ entry, shownTo, subject, principal, json }: Options) => {
        const wrong = [
          ...(isUuid(entry) ? [] : ['--entry: the id of an access entry']),
          ...(shownTo === undefined || isUuid(shownTo) ? [] : ['--shown-to: the id of a person']),
          ...(subject === undefined || isUuid(subject) ? [] : ['--subject: the id of a person']),
          ...((subject === undefined) === (principal === undefined) ? ['--subject or --principal: one of them'] : []),
        ];
        if (wrong.length > 0) throw new PrivacyError('SETTING_INVALID', { problems: wrong });
        const meant = shownTo === undefined ? [entry] : meantBy(shownTo, entry);
        const erased = await changeLog('eraser', (client) => eraseOne(client, meant, subject, new Date()));
        const { number, ordinal, loggedAs } = erased;
        const sentence = `Erased opening ${ordinal} of entry ${number}; logged as entry ${loggedAs}.`;
        process.stdout.write(json ? `${JSON.stringify({ entry, ...erased }, null, 2)}\n` : `${sentence}\n`);
        return false;
      }),
    );
}

/** The ids of the entries that a person could have been shown under this id: one for each role and purpose that shows entries. */
function meantBy(person: string, shown: string): readonly string[] {
  const pseudonyms = createPseudonyms(existingSecret(readConfig().secrets, 'pseudonyms'));
  const lines = policyInForce.rootFields.filter(({ fields }) => fields.includes('Query.accessEntries'));
  return lines.flatMap(({ role, purposes }) => {
    if (role === 'ANYBODY' || purposes === 'ANY') return [];
    return purposes.map((purpose) => pseudonyms.recognise(entryReader(logReader(role, person, purpose)), shown) ?? shown);
  });
}
