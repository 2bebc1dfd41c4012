import { join, resolve } from 'node:path';
import { z } from 'zod';
import { connectionOptions, isLocal } from './connection-options.ts';
import { asPrivacyError } from '../errors/errors.ts';
import { parseSecretSource, type SecretSource } from './secret-source.ts';

/** The database roles, and the administrator that makes them. */
export type UrlRole = 'gateway' | 'sequencer' | 'eraser' | 'identity' | 'owner' | 'administrator';

/** The setting that holds the URL of each role. */
export const urlSettings = {
  gateway: 'DATABASE_URL',
  sequencer: 'DATABASE_SEQUENCER_URL',
  eraser: 'DATABASE_ERASER_URL',
  identity: 'DATABASE_IDENTITY_URL',
  owner: 'DATABASE_OWNER_URL',
  administrator: 'DATABASE_ADMINISTRATOR_URL',
} as const satisfies Record<UrlRole, string>;

const url = z.string().min(1).optional();

/** The settings of database and secrets. */
export const databaseSettings = {
  DATABASE_URL: url.meta({
    description:
      'Server and database of the gateway, and its TLS (`sslmode`, `sslrootcert`, `sslcert`, `sslkey` as in libpq). Role and password may be left out: the role’s name comes from `DATABASE_ROLE_PREFIX`, its password from the secret `database-gateway`. Without this setting, an embedded PostgreSQL starts under `DATA_DIR`; production needs it.',
    examples: ['postgres://db.example/need_to_know?sslmode=verify-full&sslrootcert=/etc/need-to-know/ca.pem'],
  }),
  DATABASE_SEQUENCER_URL: url.describe(
    'The same for the role that numbers the access log. Without it: the server of `DATABASE_URL`, with the secret `database-sequencer`.',
  ),
  DATABASE_ERASER_URL: url.describe('The same for the role of `erase-approved` and `prune-log`. A production gateway refuses it.'),
  DATABASE_IDENTITY_URL: url.describe(
    'The same for the role of the authorization server. Without it: the server of `DATABASE_URL`, with the secret `database-identity`.',
  ),
  DATABASE_OWNER_URL: url.describe('The same for the role of `database migrate`. A production gateway refuses it.'),
  DATABASE_ADMINISTRATOR_URL: url.describe(
    'An account that may create roles, for `database prepare` only. A production gateway refuses it.',
  ),
  DATABASE_READ_URL: url.describe(
    'The URL of the same database at a streaming replica of the server of `DATABASE_URL`, for plain reads: rows of the tables that the application names, and nothing that decides who may see them; role and password are those of the gateway. It is used only while it has everything that was committed before a request. Without it, the server of `DATABASE_URL` serves all.',
  ),
  DATABASE_ROLE_PREFIX: z
    .string()
    .regex(/^[a-z][a-z0-9_]{0,30}_$/, 'must be small letters, digits and underscores, with an underscore at the end')
    .default('ntk_')
    .describe('The beginning of the names of the database roles. Environments that share a server need different ones.'),
  SECRETS: z
    .string()
    .min(1)
    .optional()
    .meta({
      description:
        'Where the secrets come from: `folder:PATH`, `environment` (variables such as `SECRET_LOG_KEYS`), or `command:PROGRAM ARGUMENT…`, which is run without a shell and prints the secret that replaces `{name}`. Without it: the folder `secrets` of `DATA_DIR`.',
      examples: ['command:vault kv get -field={name} secret/need-to-know'],
    }),
} as const;

type Given = z.infer<z.ZodObject<typeof databaseSettings>> & { readonly DATA_DIR: string };

/** What the settings of database and secrets say. */
export interface DatabaseConfig {
  /** The given URLs. Without a gateway's: an embedded PostgreSQL in the data directory, never in production. */
  readonly databaseUrls: Readonly<Partial<Record<UrlRole, string>>>;
  /** Undefined: no replica. */
  readonly databaseReadUrl: string | undefined;
  readonly databaseRolePrefix: string;
  readonly secrets: SecretSource;
}

/** What is wrong with the URLs and the secrets. A file of a certificate is read. */
export function databaseProblems(given: Given, environment: NodeJS.ProcessEnv, production: boolean): readonly string[] {
  const wrong = [...Object.values(urlSettings), 'DATABASE_READ_URL' as const].flatMap((setting) => {
    const value = given[setting];
    if (value === undefined) return [];
    const problem = problemOf(value, setting);
    if (problem !== undefined) return [problem];
    const isOpen = production && !isLocal(value) && !new URL(value).searchParams.has('sslmode');
    return isOpen ? [`${setting}: production needs an sslmode for a server that is not on this machine, such as verify-full`] : [];
  });
  const source = given.SECRETS !== undefined && parseSecretSource(given.SECRETS, environment) === undefined;
  return source ? [...wrong, 'SECRETS: must be folder:PATH, environment, or command:PROGRAM with an argument that holds {name}'] : wrong;
}

/** @param given settings without problems */
export function databaseConfig(given: Given, environment: NodeJS.ProcessEnv): DatabaseConfig {
  const roles = Object.entries(urlSettings) as [UrlRole, (typeof urlSettings)[UrlRole]][];
  const urls = roles.flatMap(([role, setting]) => (given[setting] === undefined ? [] : [[role, given[setting]] as const]));
  const source = given.SECRETS === undefined ? undefined : parseSecretSource(given.SECRETS, environment);
  return {
    databaseUrls: Object.freeze(Object.fromEntries(urls)),
    databaseReadUrl: given.DATABASE_READ_URL,
    databaseRolePrefix: given.DATABASE_ROLE_PREFIX,
    secrets: source ?? { kind: 'folder', folder: join(resolve(given.DATA_DIR), 'secrets') },
  };
}

function problemOf(value: string, setting: string): string | undefined {
  try {
    connectionOptions(value, setting);
    return undefined;
  } catch (error) {
    return asPrivacyError(error)?.problems.join('; ');
  }
}
