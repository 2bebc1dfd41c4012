import type { Command } from 'commander';
import type { LoadApplication } from '../../../engine/application.ts';
import { PrivacyError } from '../../../platform/errors/errors.ts';
import { helpAfter } from '../../terminal/help-after.ts';
import { withExitCode } from '../../terminal/with-exit-code.ts';
import { carryOut, readApproved, type CarriedOut } from './carry-out.ts';
import { changeLog } from './change-log.ts';

const examples = `
One person proposes an erasure, and another one approves it. This command carries out what is approved, and nothing else:
the database refuses it otherwise. What is not carried out within 30 days of its approval lapses.
The rest of the entries and all proofs stay valid. The erasure itself is logged, and the person's history shows it.
The tables of those months are rewritten, and others who use them wait.
Backups keep the erased data; docs/operations.md says what the write-ahead log keeps, and until when.

Examples:
  $0 erase-approved
  $0 erase-approved --json

Exit codes: 0, also if nothing is approved; 1 if the database refused one, such as one whose approval the log does not show: it is
named, and the others are carried out; 2 on failure: then the erasure at which it failed and those after it are not carried out.`;

/** The SQLSTATE of an erasure that is not, or not validly, approved. */
const notApproved = 'NTK03';

/** `erase-approved`: carries out the erasures that two people have agreed on. */
export function addEraseApproved(program: Command, load: LoadApplication): void {
  program
    .command('erase-approved')
    .description('Erases from the access log what one officer proposed and another approved, and logs each erasure.')
    .option('--json', 'as JSON')
    .addHelpText('after', helpAfter(examples))
    .action(
      withExitCode(async ({ json }: { readonly json?: true }) => {
        const application = await load();
        const now = new Date();
        const done: CarriedOut[] = [];
        const refused: string[] = [];
        for (const approved of await changeLog('eraser', readApproved)) {
          try {
            const carriedOut = await changeLog('eraser', (client) => carryOut(application, client, approved, now));
            if (carriedOut) done.push(carriedOut);
          } catch (error) {
            if (!(error instanceof PrivacyError && error.problems.includes(notApproved))) throw error;
            refused.push(approved.id);
          }
        }
        process.stdout.write(json ? `${JSON.stringify(done, null, 2)}\n` : sentences(done));
        for (const id of refused)
          process.stderr.write(`Erasure ${id} is not carried out: it is not validly approved, or the log does not show it.\n`);
        return refused.length > 0;
      }),
    );
}

function sentences(done: readonly CarriedOut[]): string {
  if (done.length === 0) return 'No approved erasure awaits.\n';
  return done.map(({ rule, erased, loggedAs }) => `Erased under ${rule}: ${erased.join(', ')}; logged as entry ${loggedAs}.\n`).join('');
}
