import { isLocal } from './connection-options.ts';
import { urlSettings } from './database-settings.ts';

interface Given {
  readonly DATABASE_URL?: string | undefined;
  readonly TRUSTED_ISSUERS: readonly { readonly issuer: string; readonly jwks: string }[];
  readonly IDENTITY_ISSUER?: string | undefined;
  readonly POPULATION?: 'demo' | 'none' | undefined;
  readonly LOG_PUBLICATION_SECONDS: number;
}

/** What production needs and refuses: it loads neither the demo nor the packages of development. */
export function productionProblems({
  DATABASE_URL,
  TRUSTED_ISSUERS,
  IDENTITY_ISSUER,
  POPULATION,
  LOG_PUBLICATION_SECONDS,
}: Given): readonly string[] {
  return [
    ...(DATABASE_URL === undefined ? ['DATABASE_URL: production needs one, the embedded PostgreSQL is for development'] : []),
    ...(TRUSTED_ISSUERS.length === 0 && IDENTITY_ISSUER === undefined
      ? ['TRUSTED_ISSUERS: production needs at least one, or IDENTITY_ISSUER']
      : []),
    ...(TRUSTED_ISSUERS.some(({ jwks }) => jwks.startsWith('http://'))
      ? ['TRUSTED_ISSUERS: production refuses keys at an http address, which can be altered on the way: use https or a file']
      : []),
    ...(TRUSTED_ISSUERS.some(({ issuer }) => !issuer.startsWith('https://'))
      ? ['TRUSTED_ISSUERS: production needs issuers whose names are https addresses (RFC 9068)']
      : []),
    ...(LOG_PUBLICATION_SECONDS === 0
      ? ['LOG_PUBLICATION_SECONDS: production refuses 0, which shows in public when each entry was made']
      : []),
    ...(POPULATION === 'demo' ? ['POPULATION: production refuses the demo population'] : []),
  ];
}

/**
 * Finds an installation that is not meant to be a development: outside production, addresses may be http, mails become files, and the demo's
 * accounts have a known password. A pooler hides that the database is on another machine, so a database of one's own needs a NODE_ENV in any case.
 * @param environment valid settings, without those that are empty
 */
export function servingProblems(environment: NodeJS.ProcessEnv): readonly string[] {
  if (environment['NODE_ENV'] === 'production') return [];
  const given = [...Object.values(urlSettings), 'DATABASE_READ_URL'].filter((setting) => environment[setting] !== undefined);
  const elsewhere = given.find((setting) => !isLocal(environment[setting]!));
  if (elsewhere !== undefined)
    return [`NODE_ENV: must be production, because the server of ${elsewhere} is on another machine; all else is for invented people`];
  if (given.length === 0 || environment['NODE_ENV'] !== undefined) return [];
  return [`NODE_ENV: must be set beside ${given[0]}: production; or development or test for invented people`];
}
