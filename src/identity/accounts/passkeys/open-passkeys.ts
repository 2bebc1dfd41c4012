import { isIP } from 'node:net';
import { addressLimitersIn, countOnce, limitersIn } from '../../../platform/sql/limiters.ts';
import type { AccountNeeds } from '../open-accounts.ts';
import { openAskForMail } from '../mails/ask-for-mail.ts';
import { openJournal } from '../journal/journal.ts';
import { hasOpenedLink } from '../mails/opened-links.ts';
import { listPasskeys } from './passkey-rows.ts';
import type { AskedOptions, Passkeys } from './passkeys.ts';
import { askForFirstPasskey, proveMailbox } from '../proofs/prove-mailbox.ts';
import { makeRecoveryCodes, useRecoveryCode } from '../proofs/recovery-codes.ts';
import { addPasskey, makeRegistrationOptions } from './register-passkey.ts';
import { removePasskey } from './remove-passkey.ts';
import { openSignInThrottle } from '../sign-in/sign-in.ts';
import { challengeLimit, failureLimit, makeSignInOptions, makeStepUpOptions, ownChallengeLimit, verifyPasskey } from './verify-passkey.ts';

/** The dependencies of passkeys on the serving process. */
export type PasskeyParts = Pick<AccountNeeds, 'database' | 'disguise' | 'now' | 'policy' | 'calendar'>;

/**
 * Opens the passkeys of the database.
 * @param issuer whose host is the domain of the passkeys, and whose pages ask for them
 * @returns undefined if the host is an address: a passkey is for a domain (WebAuthn Level 3 §5.1.3)
 */
export function openPasskeys({ database, policy, calendar, disguise, now }: PasskeyParts, issuer: string): Passkeys | undefined {
  const { hostname, origin } = new URL(issuer);
  if (hostname.startsWith('[') || isIP(hostname) !== 0) return undefined;
  const journal = openJournal(policy, calendar);
  const limiterOf = limitersIn(database, ['identity', 'attempt']);
  const limiters = {
    limiter: addressLimitersIn(database, ['identity', 'attempt'], disguise)(challengeLimit),
    failures: limiterOf(failureLimit),
  };
  const needs = { database, journal, now, site: { id: hostname, name: hostname }, origins: [origin], ...limiters, disguise };
  const askForMail = openAskForMail(database, disguise, now);
  const codes = { database, journal, now, throttle: openSignInThrottle(database, disguise) };
  const perAccount = limiterOf(ownChallengeLimit);
  const counted = async <Options>(accountId: string, make: () => Promise<Options>): Promise<AskedOptions<Options>> => {
    const seconds = await countOnce(perAccount, accountId);
    return seconds === undefined ? { kind: 'options', options: await make() } : { kind: 'throttled', seconds };
  };
  return {
    signInOptions: (from) => makeSignInOptions(needs, from),
    stepUpOptions: (accountId) => counted(accountId, () => makeStepUpOptions(needs, accountId)),
    verify: (response, accountId) => verifyPasskey(needs, response, accountId),
    needsMailbox: async (session) =>
      (await listPasskeys(database, session.accountId)).length === 0 && !(await hasOpenedLink(database, 'PASSKEY', session, now())),
    askForLink: (session, language, from) => askForFirstPasskey(needs, askForMail, session, language, from),
    openLink: (token, session) => proveMailbox(needs, 'PASSKEY', token, session),
    registrationOptions: (session) => counted(session.accountId, () => makeRegistrationOptions(needs, session)),
    add: (session, response, name, language) => addPasskey(needs, session, response, name, language),
    remove: (accountId, id, language) => removePasskey({ ...needs, policy }, accountId, id, language),
    list: (accountId) => listPasskeys(database, accountId),
    makeRecoveryCodes: (session, language) => makeRecoveryCodes(codes, session, language),
    useRecoveryCode: (accountId, code, from) => useRecoveryCode(codes, accountId, code, from),
  };
}
