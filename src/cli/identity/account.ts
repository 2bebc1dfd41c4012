import type { Command } from 'commander';
import type { LoadApplication } from '../../engine/application.ts';
import { readConfig } from '../../platform/settings/config.ts';
import { PrivacyError } from '../../platform/errors/errors.ts';
import { administerAccount, type Administration } from '../../identity/accounts/ending/administer-account.ts';
import { openJournal } from '../../identity/accounts/journal/journal.ts';
import { normalizeEmail } from '../../platform/mail/normalize-email.ts';
import { isUuid } from '../../platform/sql/is-uuid.ts';
import { ownCalendar } from '../terminal/own-calendar.ts';
import { helpAfter } from '../terminal/help-after.ts';
import { withExitCode } from '../terminal/with-exit-code.ts';
import { asIdentity } from './as-identity.ts';

interface Subcommand {
  readonly name: string;
  readonly act: Administration;
  readonly description: string;
  readonly done: string;
}

const subcommands: readonly Subcommand[] = [
  {
    name: 'disable',
    act: 'disable-account',
    description: 'Disables an account: nobody signs in with it, and its sessions and tokens are refused from the next request on.',
    done: 'is disabled',
  },
  {
    name: 'enable',
    act: 'enable-account',
    description: 'Enables an account again. Its owner signs in anew.',
    done: 'is enabled',
  },
  {
    name: 'end-sessions',
    act: 'end-sessions',
    description: 'Ends all sessions and tokens of an account, as where a phone was lost. Its owner signs in anew.',
    done: 'has no session any more',
  },
  {
    name: 'remove-passkeys',
    act: 'remove-passkeys',
    description:
      'Removes all passkeys and recovery codes of an account, as where somebody else added one, and ends all its sessions and tokens.',
    done: 'has no passkey, recovery code or session any more',
  },
];

const examples = `
The account is named by its id, or by the mail address that somebody signs in with. The access log has an entry, which the owner sees.
To end what an employee or a partner may do, see docs/operations.md, "Ending access".

Examples:
  $0 identity disable dog.owner@mail.example
  $0 identity end-sessions 7c9e6679-7425-40de-944b-e07fc1f90ae7

Exit codes: 0; 1 if there is no such account, or it is so already; 2 on failure. Then nothing is changed.`;

/** `identity disable`, `enable`, `end-sessions` and `remove-passkeys`: what an operator does with an account. */
export function addAccount(identity: Command, load: LoadApplication): void {
  for (const { name, act, description, done } of subcommands) {
    identity
      .command(`${name} <account>`)
      .description(description)
      .addHelpText('after', helpAfter(examples))
      .action(
        withExitCode(async (account: string) => {
          const email = normalizeEmail(account);
          if (!isUuid(account) && email === undefined)
            throw new PrivacyError('SETTING_INVALID', { problems: ['account: must be an id or a mail address'] });
          const by = isUuid(account) ? { id: account } : { email: email! };
          const { policy } = await load();
          const changed = await asIdentity(readConfig(), (database) =>
            administerAccount(database, openJournal(policy, ownCalendar()), act, by, new Date()),
          );
          // The address is not repeated: it would stay in the terminal's log.
          process.stdout.write(changed === undefined ? 'Nothing is changed.\n' : `The account ${changed} ${done}.\n`);
          return changed === undefined;
        }),
      );
  }
}
