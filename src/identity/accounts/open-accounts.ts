import type { Calendar } from '../../platform/time/calendar.ts';
import type { People } from '../../engine/application.ts';
import type { Policy } from '../../engine/policy/declaration/policy.ts';
import { acceptInvitation } from './joining/accept-invitation.ts';
import { findAccount } from './account.ts';
import type { AccountDatabase } from './account-database.ts';
import type { Accounts } from './accounts.ts';
import { changePassword } from './passwords/change-password.ts';
import { changeEmail, mayChangeEmail } from './change-email.ts';
import { connectOwnRecord } from './joining/connect-own-record.ts';
import { confirmPassword } from './passwords/confirm-password.ts';
import { openAskForMail } from './mails/ask-for-mail.ts';
import { openClaimRecord } from './joining/claim-record.ts';
import { openContestClaim } from './joining/contest-claim.ts';
import { openJournal } from './journal/journal.ts';
import { readLink } from './mails/links.ts';
import { openPasswords, type Passwords } from './passwords/passwords.ts';
import { openProveContact } from './proofs/prove-contact.ts';
import { openProveByCode } from './proofs/prove-by-code.ts';
import { readCapacities, signIn, openSignInThrottle } from './sign-in/sign-in.ts';
import { readResetChoice } from './passwords/read-reset-choice.ts';
import type { SelfService } from './self-service.ts';
import { setPassword } from './passwords/set-password.ts';

/** The dependencies of accounts on the serving process. */
export interface AccountNeeds {
  readonly database: AccountDatabase;
  readonly policy: Policy;
  readonly people: People;
  readonly calendar: Calendar;
  /** Makes a keyed digest, so that no mail address and no network address is stored to count tries. */
  readonly disguise: (kind: string, text: string) => string;
  readonly now: () => Date;
  /** The domains of the addresses that employees have at work. */
  readonly workMailDomains: readonly string[];
  /** Default: those of the process, at the usual cost. */
  readonly passwords?: Passwords | undefined;
}

/** Opens the accounts of the database. */
export function openAccounts({
  database,
  policy,
  people,
  calendar,
  disguise,
  workMailDomains,
  now,
  passwords = openPasswords(),
}: AccountNeeds): Accounts & SelfService {
  const journal = openJournal(policy, calendar);
  const needs = { database, policy, people, throttle: openSignInThrottle(database, disguise), passwords, journal, now };
  return {
    signIn: (email, password, from) => signIn(needs, email, password, from),
    confirm: (accountId, password, from) => confirmPassword(needs, accountId, password, from),
    capacities: (accountId, acr, epoch) => readCapacities(database, policy, accountId, acr, epoch),
    askForMail: openAskForMail(database, disguise, now),
    readLink: (kind, token) => readLink(database, kind, token, now()),
    proveContact: openProveContact(database, journal, calendar, now),
    changeEmail: (token, password, language, from) => changeEmail(needs, token, password, language, from),
    resetChoice: (accountId) => readResetChoice(database, policy, accountId),
    setPassword: (token, password, language, from, passkeys) => setPassword(needs, token, password, language, from, passkeys),
    emailOf: async (accountId) => {
      const account = await findAccount(database, { id: accountId });
      return account && { email: account.email, canChange: mayChangeEmail(account), isEmployee: account.employeeId !== null };
    },
    changePassword: (accountId, change, language, from) => changePassword(needs, accountId, change, language, from),
    acceptInvitation: (accountId, code, declared, language) =>
      acceptInvitation({ database, journal, people, workMailDomains, now }, accountId, code, declared, language),
    connectOwnRecord: (accountId, recordAccountId, language) => connectOwnRecord(needs, accountId, recordAccountId, language),
    claimRecord: openClaimRecord(database, journal, disguise, now),
    contestClaim: openContestClaim(database, people, journal, calendar, now),
    proveByCode: openProveByCode(database, journal, disguise, now),
  };
}
