import type { Command } from 'commander';
import type { LoadApplication } from '../../engine/application.ts';
import { stageEntry } from '../../log/store/staging/stage.ts';
import { causeOf } from '../../platform/errors/error-cause.ts';
import { PrivacyError } from '../../platform/errors/errors.ts';
import { readConfig } from '../../platform/settings/config.ts';
import { isUuid } from '../../platform/sql/is-uuid.ts';
import { inviteEmployee } from '../../server/library/accounts/invite-employee.ts';
import { asRole } from '../identity/as-role.ts';
import { commandEntry } from '../log/change/command-entry.ts';
import { helpAfter } from '../terminal/help-after.ts';
import { parseName } from '../terminal/parse-name.ts';
import { withExitCode } from '../terminal/with-exit-code.ts';

const examples = `
The employee is one of \`employees\` in \`accounts\` of the application. The code is mailed to the address at work, and shown nowhere. The access
log has an entry. It needs the password of the owner's role.

Examples:
  $0 invite d0000000-0000-4000-8000-000000000001

Exit codes: 0; 1 if there is no such employee, or one with an account; 2 on failure. Then nothing is changed.`;

/** `invite`: how an employee gets an account. */
export function addInvite(program: Command, load: LoadApplication): void {
  program
    .command('invite')
    .description('Invites an employee by mail to connect an account.')
    .argument('<id>', 'the id of the employee')
    .option('--language <language>', 'of the mail: en or fr', 'en')
    .addHelpText('after', helpAfter(examples))
    .action(
      withExitCode(async (id: string, { language: given }: { readonly language: string }) => {
        if (!isUuid(id)) throw new PrivacyError('SETTING_INVALID', { problems: ['<id>: a UUID'] });
        const language = parseName('--language', given, ['en', 'fr'] as const);
        const { policy } = await load();
        const now = new Date();
        const subject = { kind: 'subject', id, relationship: 'NONE', released: [], withheld: [] } as const;
        const entry = commandEntry(policy, { name: 'invite', role: 'OPERATOR', subjects: [subject] }, now);
        const isInvited = await asRole(readConfig(), 'owner', (database) =>
          database.transaction(async (transaction) => {
            if (!(await inviteEmployee(transaction, id, language, now))) return false;
            await stageEntry(transaction, entry).catch((error: unknown) => {
              throw new PrivacyError('LOG_UNAVAILABLE', { problems: [causeOf(error)] });
            });
            return true;
          }),
        );
        process.stdout.write(isInvited ? `The employee ${id} is invited by mail.\n` : 'There is no such employee without an account.\n');
        return !isInvited;
      }),
    );
}
