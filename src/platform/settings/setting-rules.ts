import { isLocal } from './connection-options.ts';
import { urlSettings, type Given } from './settings.ts';

/** Problems between settings that are valid one by one, and settings that production refuses. */
export function brokenRules(given: Given): readonly string[] {
  const { deadlines, mail, identity, trustedIssuers } = given;
  const issuers = trustedIssuers.map(({ issuer }) => issuer);
  const ids = identity.apps.map(({ id }) => id);
  const problems: Readonly<Record<string, boolean>> = {
    // A shorter wait must end before the longer one that contains it.
    'DEADLINE_LOCK: must be less than DEADLINE_STATEMENT': deadlines.lock >= deadlines.statement,
    'DEADLINE_STATEMENT: must be less than DEADLINE_REQUEST': deadlines.statement >= deadlines.request,
    'DEADLINE_QUEUE: must be less than DEADLINE_REQUEST': deadlines.queue >= deadlines.request,
    'DEADLINE_REQUEST: must be less than DEADLINE_STOP': deadlines.request >= deadlines.stop,
    'DEADLINE_HEADERS: must be at most DEADLINE_BODY': deadlines.headers > deadlines.body,
    'MAIL_FROM: SMTP_URL needs the address of the sender': mail.server !== undefined && mail.from === undefined,
    'SMTP_URL: MAIL_FROM needs a mail server': mail.server === undefined && mail.from !== undefined,
    // Tokens of one would be accepted with the keys of the other.
    'TRUSTED_ISSUERS: two issuers have the same name': new Set(issuers).size < issuers.length,
    'TRUSTED_ISSUERS: must not have IDENTITY_ISSUER, which has keys of its own':
      identity.issuer !== undefined && issuers.includes(identity.issuer),
    'IDENTITY_CLIENTS: two apps have the same id': new Set(ids).size < ids.length,
    ...(given.production && productionProblems(given)),
  };
  return Object.keys(problems).filter((problem) => problems[problem]);
}

/** The rules of production, which loads neither the demo nor the packages of development. */
function productionProblems(given: Given): Readonly<Record<string, boolean>> {
  const { identity, trustedIssuers } = given;
  const isOpen = (url: string): boolean => !isLocal(url) && !new URL(url).searchParams.has('sslmode');
  const isPlain = (url: string | undefined): boolean => url !== undefined && !url.startsWith('https://');
  return {
    'DATABASE_URL: production needs one, the embedded PostgreSQL is for development': given.databaseUrls.gateway === undefined,
    ...Object.fromEntries(
      givenUrls(given).map(({ name, url }) => [
        `${name}: production needs an sslmode for a server that is not on this machine, such as verify-full`,
        isOpen(url),
      ]),
    ),
    'TRUSTED_ISSUERS: production refuses keys at an http address, which can be altered on the way: use https or a file':
      trustedIssuers.some(({ jwks }) => jwks.startsWith('http://')),
    'TRUSTED_ISSUERS: production needs issuers whose names are https addresses (RFC 9068)': trustedIssuers.some(({ issuer }) =>
      isPlain(issuer),
    ),
    'LOG_PUBLICATION_SECONDS: production refuses 0, which shows in public when each entry was made': given.logPublicationSeconds === 0,
    'POPULATION: production refuses the demo population': given.demoPopulation === 'demo',
    'IDENTITY_ISSUER: production needs https': isPlain(identity.issuer),
    'GATEWAY_URL: production needs https': isPlain(identity.gatewayUrl),
  };
}

/**
 * Finds an installation that is not meant to be a development: outside production, addresses may be http, mails become files, and the demo's
 * accounts have a known password. A pooler hides that the database is on another machine, so any database but the embedded one needs NODE_ENV.
 * @param hasMode whether NODE_ENV is set
 */
export function servingProblems(given: Given, hasMode: boolean): readonly string[] {
  if (given.production) return [];
  const urls = givenUrls(given);
  const elsewhere = urls.find(({ url }) => !isLocal(url));
  if (elsewhere !== undefined)
    return [`NODE_ENV: must be production, because the server of ${elsewhere.name} is on another machine; all else is for invented people`];
  if (urls.length === 0 || hasMode) return [];
  return [`NODE_ENV: must be set beside ${urls[0]!.name}: production; or development or test for invented people`];
}

function givenUrls({ databaseUrls }: Given): readonly { readonly name: string; readonly url: string }[] {
  const roles = Object.keys(urlSettings) as (keyof typeof urlSettings)[];
  return roles.flatMap((role) => (databaseUrls[role] ? [{ name: urlSettings[role], url: databaseUrls[role] }] : []));
}
