import { join } from 'node:path';
import type { z } from 'zod';
import { PrivacyError } from '../errors/errors.ts';
import { byName, readValues, unknownSettings } from './read-settings.ts';
import { parseSecretSource, secretNames, variableOf, type SecretSource } from './secret-source.ts';
import type { app } from './setting-forms.ts';
import { brokenRules, servingProblems } from './setting-rules.ts';
import { settings, type Given } from './settings.ts';

/** How long each wait may take, in milliseconds, and how much may wait. */
export type Deadlines = Given['deadlines'];

/** How much one principal, or one network address without a principal, may ask for. */
export type RequestLimits = Given['requestLimits'];

/** A mail server, and the sender of the mails that it gets. */
export interface MailServer extends NonNullable<Given['mail']['server']> {
  readonly from: string;
}

/** Where mails go: to a server, in development to a folder, or nowhere. */
export type MailConfig = MailServer | 'FOLDER' | 'NOWHERE';

/** An app through which people sign in. */
export interface App extends Readonly<z.output<typeof app>> {
  /** Its tokens are not bound to a key. No setting says so: the app of the demo alone has it. */
  readonly bearer?: true;
}

/** The authorization server for people, and its apps. */
export interface IdentityConfig {
  /** The issuer's name and address. */
  readonly issuer: string;
  /** Whether this gateway serves it. */
  readonly isServed: boolean;
  readonly apps: readonly App[];
  /** The address of `/graphql` as clients reach it. */
  readonly gatewayUrl: string;
}

/** The values that depend on several settings, or on whether this is production. */
interface Derived {
  readonly secrets: SecretSource;
  /** Why no process may serve with these settings, although commands may use them. */
  readonly servingProblems: readonly string[];
  /** Whether an empty database is filled with the demo population. Never in production. */
  readonly demoPopulation: boolean;
  /** Where metrics are served; undefined: nowhere. */
  readonly metrics: { readonly host: string; readonly port: number } | undefined;
  readonly requestLog: 'off' | 'on' | 'addresses';
  readonly mail: MailConfig;
  /** The domains of the addresses that employees have at work, in ASCII and lower case. */
  readonly workMailDomains: readonly string[];
  /** Undefined: there is no authorization server. */
  readonly identity: IdentityConfig | undefined;
}

/** The gateway's settings, frozen. They hold the passwords in URLs; other secrets are read where they are used, see `platform/postgres/secrets/secrets.ts`. */
export interface Config extends Omit<Given, keyof Derived>, Derived {}

/**
 * Reads the settings. Nothing else reads the environment. An empty value counts as unset, except in production.
 * @throws PrivacyError SETTING_INVALID, naming each invalid or unknown setting and never its value
 */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const known = [...byName(settings).keys(), ...secretNames.map(variableOf)];
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const wrong: string[] = [];
  const given = readValues(settings, set, (problem) => wrong.push(problem));
  const empty = known.filter((name) => given.production && environment[name] === '');
  const problems = [
    ...unknownSettings(environment, known),
    // An empty variable is often one that was not filled in: the default would be unexpected.
    ...empty.map((name) => `${name}: is empty; give it a value or remove it`),
    ...(wrong.length > 0 ? wrong : brokenRules(given)),
  ];
  if (problems.length > 0) throw new PrivacyError('SETTING_INVALID', { problems });
  return Object.freeze({ ...given, ...derive(given, set) });
}

/** @param set the environment, without what is empty */
function derive(given: Given, set: NodeJS.ProcessEnv): Derived {
  const { production, metrics, mail } = given;
  const isEmbedded = given.databaseUrls.gateway === undefined;
  return {
    secrets: parseSecretSource(given.secrets, set) ?? { kind: 'folder', folder: join(given.dataDirectory, 'secrets') },
    servingProblems: servingProblems(given, set['NODE_ENV'] !== undefined),
    demoPopulation: given.demoPopulation === undefined ? isEmbedded : given.demoPopulation === 'demo',
    metrics: metrics.port === undefined ? undefined : Object.freeze({ host: metrics.host, port: metrics.port }),
    requestLog: given.requestLog ?? (production ? 'on' : 'off'),
    mail: mail.server && mail.from !== undefined ? Object.freeze({ ...mail.server, from: mail.from }) : production ? 'NOWHERE' : 'FOLDER',
    workMailDomains: given.workMailDomains ?? Object.freeze(production ? [] : ['town.example']),
    identity: identityOf(given),
  };
}

function identityOf({ production, host, port, databaseUrls, identity }: Given): IdentityConfig | undefined {
  const isOwn = !production && databaseUrls.gateway === undefined && port !== 0;
  const issuer = identity.issuer ?? (isOwn ? `http://${nameOfHost(host)}:${port}/oidc` : undefined);
  if (issuer === undefined) return undefined;
  return Object.freeze({ ...identity, issuer, gatewayUrl: identity.gatewayUrl ?? new URL('/graphql', issuer).href });
}

/** A passkey is for a domain, and an address is none (WebAuthn Level 3 §5.1.3). Loopback has the name `localhost`. */
function nameOfHost(host: string): string {
  if (host === '::1' || host.startsWith('127.')) return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}

/** The deadlines and limits without any setting, for tests, benchmarks and commands. */
export const { deadlines: usualDeadlines, requestLimits: usualRequestLimits } = readConfig({});
