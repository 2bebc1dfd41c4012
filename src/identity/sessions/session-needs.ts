import type { Calendar } from '../../platform/time/calendar.ts';
import type { AccountDatabase } from '../accounts/account-database.ts';
import type { Accounts } from '../accounts/accounts.ts';
import type { AskForMail } from '../accounts/mails/ask-for-mail.ts';
import type { Journal } from '../accounts/journal/journal.ts';
import type { Passkeys } from '../accounts/passkeys/passkeys.ts';

/** The dependencies of sessions on the serving process. */
export interface SessionNeeds {
  /** As the role of the authorization server. */
  readonly database: AccountDatabase;
  readonly accounts: Accounts;
  /** Undefined: the site is an address, which has none. */
  readonly passkeys: Passkeys | undefined;
  readonly journal: Journal;
  /** Undefined: mails go nowhere. */
  readonly askForMail?: AskForMail | undefined;
  readonly now: () => Date;
  readonly calendar: Calendar;
}
