import type { Command } from 'commander';
import type { AdministratorInvitation, LoadApplication } from '../../engine/application.ts';
import { z } from 'zod';
import { readConfig } from '../../platform/settings/config.ts';
import { PrivacyError } from '../../platform/errors/errors.ts';
import { inviteWithEntry } from '../../identity/accounts/joining/invite-administrator.ts';
import { openJournal } from '../../identity/accounts/journal/journal.ts';
import { isWorkMail } from '../../identity/accounts/joining/invitation-code.ts';
import { line, mailAddress } from '../../platform/text/text-forms.ts';
import { ownCalendar } from '../terminal/own-calendar.ts';
import { parseName } from '../terminal/parse-name.ts';
import { helpAfter } from '../terminal/help-after.ts';
import { withExitCode } from '../terminal/with-exit-code.ts';
import { asRole } from './as-role.ts';

interface Options {
  readonly givenName: string;
  readonly familyName: string;
  readonly email: string;
  readonly language: string;
}

const form = z.object({ givenName: line(100), familyName: line(100), email: mailAddress });
const options = { givenName: '--given-name', familyName: '--family-name', email: '--email' } as const;

const refusals: Readonly<Record<Extract<AdministratorInvitation, string>, string>> = {
  ADMINISTERED: 'There are two administrators already: they invite others.',
  WAS_ADMINISTERED: 'There was an administrator, and none can act now: enable the account of one, who then invites others.',
  WORK_EMAIL_TAKEN: 'An employee has this mail address: nobody is invited.',
};

const examples = `
It invites one administrator where there never was one, and a second one while exactly one can act or is invited. All others are invited
by administrators. The code is mailed to the address, and shown nowhere. The access log has an entry, and the staff register shows
who was invited so. It needs the password of the owner's role, SMTP_URL, and an address at one of WORK_MAIL_DOMAINS.

Examples:
  $0 identity invite-administrator --given-name Rosalind --family-name Mayhew --email rosalind.mayhew@town.example

Exit codes: 0; 1 if nobody may be invited so; 2 on failure. Then nothing is changed.`;

/** `identity invite-administrator`: how the first two administrators of the staff come in. */
export function addInviteAdministrator(identity: Command, load: LoadApplication): void {
  identity
    .command('invite-administrator')
    .description('Invites one of the first two administrators of the staff.')
    .requiredOption('--given-name <name>', 'the given name')
    .requiredOption('--family-name <name>', 'the family name')
    .requiredOption('--email <address>', 'the mail address at work')
    .option('--language <language>', 'of the mail: en or fr', 'en')
    .addHelpText('after', helpAfter(examples))
    .action(
      withExitCode(async ({ language: given, ...named }: Options) => {
        const config = readConfig();
        const language = parseName('--language', given, ['en', 'fr'] as const);
        const parsed = form.safeParse(named);
        if (!parsed.success) {
          const wrong = new Set(parsed.error.issues.map(({ path: [name] }) => options[name as keyof typeof options]));
          throw new PrivacyError('SETTING_INVALID', { problems: [...wrong].map((name) => `${name}: has not the right form`) });
        }
        if (config.mail === 'NOWHERE') throw new PrivacyError('SETTING_INVALID', { problems: ['SMTP_URL: the code goes to the mailbox'] });
        const { givenName, familyName, email: workEmail } = parsed.data;
        if (!isWorkMail(workEmail, config.workMailDomains))
          throw new PrivacyError('SETTING_INVALID', { problems: ['--email: must be at one of WORK_MAIL_DOMAINS'] });
        const invited = { givenName, familyName, workEmail, language };
        const { policy, people } = await load();
        const done = await asRole(config, 'owner', (database) =>
          inviteWithEntry(database, openJournal(policy, ownCalendar()), people, invited, new Date()),
        );
        process.stdout.write(typeof done === 'string' ? `${refusals[done]}\n` : `The employee ${done.employeeId} is invited by mail.\n`);
        return typeof done === 'string';
      }),
    );
}
