import type { Application } from '../../../engine/application.ts';
import type { Logger } from 'pino';
import { createCalendar } from '../../../platform/time/calendar.ts';
import type { Config, IdentityConfig } from '../../../platform/settings/config.ts';
import { openSmallPool } from '../../../platform/postgres/connections/open-small-pool.ts';
import { secret } from '../../../platform/postgres/secrets/secrets.ts';
import type { Markings } from '../../../engine/markings/markings.ts';
import { causeOf } from '../../../platform/errors/error-cause.ts';
import { openJournal } from '../../../identity/accounts/journal/journal.ts';
import type { LinkKind } from '../../../identity/accounts/mails/links.ts';
import { sendMails } from '../../../identity/accounts/mails/send-mails.ts';
import { readOutbox } from '../../../identity/accounts/mails/read-outbox.ts';
import { openAccounts } from '../../../identity/accounts/open-accounts.ts';
import { openPasskeys } from '../../../identity/accounts/passkeys/open-passkeys.ts';
import { openPartnerAccess } from '../../../identity/partners/open-partner-access.ts';
import { openSessions } from '../../../identity/sessions/open-sessions.ts';
import type { Sessions } from '../../../identity/sessions/sessions.ts';
import { linkPaths } from '../../../identity/server/addresses.ts';
import type { AssertionProblem } from '../../../identity/server/clients/assertion-problem.ts';
import { openIdentity, type IdentityServer } from '../../../identity/server/provider.ts';
import { isInTime } from '../../../platform/time/is-in-time.ts';
import { keepSending } from '../../../platform/mail/keep-sending.ts';
import type { Mailer } from '../../../platform/mail/mail.ts';
import { policyHash } from '../../../engine/policy/declaration/policy-hash.ts';
import type { Pseudonyms } from '../../../engine/rows/pseudonyms.ts';
import type { Metrics } from '../../observe/metrics/metrics.ts';
import { observeOutbox } from '../../observe/metrics/observe-outbox.ts';

/** A running authorization server, before it is mounted. */
export interface Authorization {
  readonly server: IdentityServer;
  /** Of browsers. */
  readonly sessions: Sessions;
  /** Overdue background work while ready: `mails`, or nothing. */
  readonly delayed: () => readonly string[];
  /** @param within milliseconds for the mails under way; others go out later, or from another process */
  stop(within: number): Promise<void>;
}

/** The parts that an authorization server is opened with. */
export interface AuthorizationParts {
  readonly application: Pick<Application, 'policy' | 'sayUse' | 'people'>;
  readonly config: Pick<Config, 'audience' | 'timeZone' | 'tokenMaxLifetime' | 'secrets' | 'deadlines' | 'workMailDomains'>;
  readonly identity: Pick<IdentityConfig, 'issuer' | 'apps'>;
  /** Of the schema under the policy in force. */
  readonly markings: Markings;
  /** The URL of the role that writes identities. */
  readonly url: string;
  /** Undefined: mails go nowhere, so no one registers or resets a password. */
  readonly mailer: Mailer | undefined;
  /** They count tries, and are the names by which partners know data subjects. */
  readonly pseudonyms: Pseudonyms;
  readonly now: () => Date;
  readonly log: Logger;
  readonly metrics: Metrics;
}

/**
 * Opens the authorization server with the accounts of the database.
 * @throws PrivacyError SETTING_INVALID, naming the secret or a signing key that it does not open
 */
export async function openAuthorization({
  application: { policy, sayUse, people },
  config,
  identity: { issuer, apps },
  markings,
  url,
  mailer,
  pseudonyms,
  now,
  log,
  metrics,
}: AuthorizationParts): Promise<Authorization> {
  const { audience, secrets, deadlines, workMailDomains, tokenMaxLifetime: accessTokenLifetime } = config;
  const database = openSmallPool(url, deadlines);
  try {
    const calendar = createCalendar(config.timeZone);
    const disguise = (kind: string, text: string): string => pseudonyms.name(kind, text);
    const needs = { database, calendar, policy, disguise, now };
    const accounts = openAccounts({ ...needs, people, workMailDomains });
    const partners = openPartnerAccess({
      database,
      disguise: (partner, subject) => pseudonyms.disguise(partner, subject),
      categoryOf: (coordinate) => markings.outputs.get(coordinate)?.category,
      vocabulary: policy.vocabulary,
      policyVersion: policyHash(policy),
      notice: sayUse.en,
      now,
    });
    const passkeys = openPasskeys(needs, issuer);
    const journal = openJournal(policy, calendar);
    const askForMail = mailer && accounts.askForMail;
    const sessions = openSessions({ database, accounts, passkeys, journal, askForMail, now, calendar });
    const parts = {
      vocabulary: policy.vocabulary,
      issuer,
      audience,
      accessTokenLifetime,
      apps,
      database,
      secret: secret(secrets, 'identity-keys'),
      accounts,
      passkeys,
      partners,
      disguise,
      journal,
      now,
      sessions,
      sessionCookie: { secure: issuer.startsWith('https:') },
      linksAreMailed: mailer !== undefined,
      reportRefused: (problem: AssertionProblem) => log.info(problem, 'an assertion of a client was refused'),
    };
    const server = await openIdentity(parts, (error) => log.error({ cause: causeOf(error) }, 'the authorization server failed'));
    const linkTo = (token: string, kind: LinkKind | 'INVITATION'): string =>
      `${issuer}/account/${kind === 'INVITATION' ? 'invitation' : `${linkPaths[kind]}/${token}`}`;
    const sending =
      mailer &&
      keepSending(
        () => sendMails({ database, mailer, linkTo, rules: policy.vocabulary.accounts, people, now }),
        (cause) => log.error({ cause }, 'mails of accounts wait'),
      );
    const outbox = mailer && observeOutbox('accounts', () => readOutbox(database, now()), log, metrics);
    const stop = async (within: number): Promise<void> => {
      server.stop();
      outbox?.stop();
      if (sending) await isInTime(sending.stop(), within / 2);
      await database.stop();
    };
    return { server, sessions, delayed: () => (outbox?.isLate() ? ['mails'] : []), stop };
  } catch (error) {
    await database.stop();
    throw error;
  }
}
