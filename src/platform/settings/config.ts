import { resolve } from 'node:path';
import { z } from 'zod';
import { isTimeZone, usualTimeZone } from '../time/calendar.ts';
import { clientSettings, clientsOf, type ClientConfig } from './client-settings.ts';
import { databaseConfig, databaseProblems, databaseSettings, type DatabaseConfig } from './database-settings.ts';
import { deadlineProblems, deadlineSettings, deadlinesOf, type Deadlines } from './deadlines.ts';
import { logConfigOf, logSettings, type LogConfig } from './log-settings.ts';
import { mailConfigOf, mailProblems, mailSettings, workMailDomainsOf, type MailConfig } from './mail-settings.ts';
import { identityOf, identityProblems, identitySettings, type IdentityConfig } from './identity-settings.ts';
import { observabilityOf, observabilitySettings, type ObservabilityConfig } from './observability-settings.ts';
import { productionProblems, servingProblems } from './production-settings.ts';
import { requestLimitSettings, requestLimitsOf, type RequestLimits } from './request-limits.ts';
import { PrivacyError } from '../errors/errors.ts';
import { unknownSettings } from './setting-names.ts';
import { secretNames, variableOf } from './secret-source.ts';
import { workerSettings, workersOf } from './worker-settings.ts';

const issuer = z.strictObject({
  issuer: z.url(),
  /** Where the issuer's keys are: an http or https address, or a file's path. */
  jwks: z.string().min(1),
});

/** The settings by name. Their descriptions and limits are the text of docs/configuration.md. */
export const settings = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(4000).describe('The port of the gateway; 0 picks a free one.'),
  HOST: z.string().min(1).default('127.0.0.1').describe('The address to listen at.'),
  ...databaseSettings,
  DATA_DIR: z
    .string()
    .min(1)
    .default('.data')
    .describe('Folder of the secrets, the last signed checkpoint and the embedded database. Instances that share a database share it.'),
  NODE_ENV: z
    .enum(['development', 'test', 'production'])
    .default('development')
    .describe(
      '`production` loads no demo and refuses the demo population. It needs `npm ci --omit=dev` only. A process that serves needs `production` beside a database on another machine, and this setting beside any `DATABASE_URL`.',
    ),
  AUDIENCE: z.string().min(1).default('urn:need-to-know:gateway').describe('The `aud` that access tokens must have.'),
  TRUSTED_ISSUERS: z
    .string()
    .default('[]')
    .transform((text, context) => {
      try {
        return JSON.parse(text) as unknown;
      } catch {
        context.addIssue({ code: 'custom', message: 'must be JSON' });
        return z.NEVER;
      }
    })
    .pipe(z.array(issuer))
    .meta({
      description:
        'JSON: the issuers whose access tokens of people are accepted, with the address or file of their keys. Production needs at least one.',
      examples: ['[{"issuer": "https://id.example", "jwks": "https://id.example/jwks"}]'],
    }),
  TIME_ZONE: z
    .string()
    .refine(isTimeZone, 'must be the name of a time zone, such as America/Edmonton')
    .default(usualTimeZone)
    .describe(
      'The time zone of the municipality, by its name in the IANA database: where days begin and end, and in which times are given. All processes have the same.',
    ),
  TOKEN_MAX_LIFETIME: z.coerce
    .number()
    .int()
    .min(1)
    .max(86_400)
    .default(3_600)
    .describe(
      'The most seconds from `iat` to `exp` of an access token. Tokens that are valid for longer are refused, whichever issuer signed them.',
    ),
  POPULATION: z
    .enum(['demo', 'none'])
    .optional()
    .describe('What an empty database gets. Without it: `demo` for the embedded database, else `none`. Production refuses `demo`.'),
  LOG_LEVEL: z
    .enum(['silent', 'fatal', 'error', 'warn', 'info', 'debug'])
    .default('info')
    .describe('The least severe log lines that are written.'),
  POLICY_DRY_RUN: z
    .string()
    .min(1)
    .optional()
    .describe('A policy file (JSON). The gateway logs where it would decide otherwise, and enforces nothing of it.'),
  SEQUENCER: z
    .enum(['on', 'off'])
    .default('on')
    .describe('Whether the gateway numbers the access log itself; `off` where `npm run -s sequencer` does it.'),
  ...logSettings,
  ...workerSettings,
  ...observabilitySettings,
  ...clientSettings,
  ...deadlineSettings,
  ...requestLimitSettings,
  ...mailSettings,
  ...identitySettings,
});

/** The gateway's settings, frozen. They hold the passwords in URLs; other secrets are read where they are used, see `platform/postgres/secrets.ts`. */
export interface Config extends DatabaseConfig, LogConfig, ObservabilityConfig {
  readonly port: number;
  readonly host: string;
  /** Absolute path. */
  readonly dataDirectory: string;
  readonly production: boolean;
  /** Why no process may serve with these settings, although commands may use them. */
  readonly servingProblems: readonly string[];
  readonly audience: string;
  /** The time zone of the municipality, as the IANA database names it. */
  readonly timeZone: string;
  readonly trustedIssuers: readonly { readonly issuer: string; readonly jwks: string }[];
  /** Seconds from `iat` to `exp` of an access token. */
  readonly tokenMaxLifetime: number;
  /** Whether an empty database is filled with the demo population. Never in production. */
  readonly demoPopulation: boolean;
  readonly logLevel: string;
  /** Absolute path of a candidate policy. Its decisions are compared with those of the policy in force, and not enforced. */
  readonly policyDryRun: string | undefined;
  /** Whether the gateway runs a sequencer itself. Other processes may run one too. */
  readonly sequencer: boolean;
  /** How many processes serve. */
  readonly workers: number;
  /** What applications may send. */
  readonly clients: ClientConfig;
  /** How long each wait may take. */
  readonly deadlines: Deadlines;
  /** How much one principal or address may ask for. */
  readonly requestLimits: RequestLimits;
  readonly mail: MailConfig;
  /** The domains of the addresses that employees have at work, in ASCII and lower case. */
  readonly workMailDomains: readonly string[];
  /** Undefined: there is no authorization server. */
  readonly identity: IdentityConfig | undefined;
}

/**
 * Reads the settings. Nothing else reads the environment. An empty value counts as unset, except in production.
 * @throws PrivacyError SETTING_INVALID, naming each invalid or unknown setting and never its value
 */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const known = [...Object.keys(settings.shape), ...secretNames.map(variableOf)];
  refuse(unknownSettings(environment, known));
  const parsed = settings.safeParse(given);
  if (!parsed.success) {
    throw new PrivacyError('SETTING_INVALID', {
      problems: parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${describe(issue)}`),
    });
  }
  const {
    PORT,
    HOST,
    DATA_DIR,
    NODE_ENV,
    AUDIENCE,
    TIME_ZONE,
    TRUSTED_ISSUERS,
    TOKEN_MAX_LIFETIME,
    POPULATION,
    LOG_LEVEL,
    POLICY_DRY_RUN,
    SEQUENCER,
  } = parsed.data;
  const production = NODE_ENV === 'production';
  refuse(databaseProblems(parsed.data, given, production));
  if (production) refuse([...emptySettings(environment, known), ...productionProblems(parsed.data)]);
  refuse([...deadlineProblems(parsed.data), ...mailProblems(parsed.data)]);
  refuse(identityProblems(parsed.data, production));
  return Object.freeze({
    port: PORT,
    host: HOST,
    ...databaseConfig(parsed.data, given),
    dataDirectory: resolve(DATA_DIR),
    production,
    servingProblems: servingProblems(given),
    audience: AUDIENCE,
    timeZone: TIME_ZONE,
    trustedIssuers: Object.freeze(TRUSTED_ISSUERS),
    tokenMaxLifetime: TOKEN_MAX_LIFETIME,
    demoPopulation: POPULATION ? POPULATION === 'demo' : parsed.data.DATABASE_URL === undefined,
    logLevel: LOG_LEVEL,
    policyDryRun: POLICY_DRY_RUN === undefined ? undefined : resolve(POLICY_DRY_RUN),
    ...logConfigOf(parsed.data),
    sequencer: SEQUENCER === 'on',
    workers: workersOf(parsed.data),
    ...observabilityOf(parsed.data, production),
    clients: clientsOf(parsed.data),
    deadlines: deadlinesOf(parsed.data),
    requestLimits: requestLimitsOf(parsed.data),
    mail: mailConfigOf(parsed.data, production),
    workMailDomains: workMailDomainsOf(parsed.data, production),
    identity: identityOf(parsed.data, production),
  });
}

/** Where a variable was meant to be filled in, the default would be a surprise. */
function emptySettings(environment: NodeJS.ProcessEnv, known: readonly string[]): readonly string[] {
  return known.filter((name) => environment[name] === '').map((name) => `${name}: is empty; give it a value or remove it`);
}

function refuse(problems: readonly string[]): void {
  if (problems.length > 0) throw new PrivacyError('SETTING_INVALID', { problems });
}

// zod quotes the received value in some messages, and a setting can hold a password.
function describe(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_value':
      return `must be one of ${issue.values.join(', ')}`;
    case 'too_small':
      return `must be at least ${issue.minimum}`;
    case 'too_big':
      return `must be at most ${issue.maximum}`;
    case 'invalid_format':
      return issue.format === 'regex' ? issue.message : 'must be an address (URL) of the right kind';
    case 'custom':
      return issue.message ?? 'is wrong';
    default:
      if (issue.code === 'invalid_type' && /^(number|int)$/.test(issue.expected)) return 'must be a whole number';
      return 'has not the form that docs/configuration.md describes';
  }
}
