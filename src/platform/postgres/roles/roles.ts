import type { Config } from '../../settings/config.ts';
import { urlSettings } from '../../settings/settings.ts';
import { connectionOptions } from '../../settings/connection-options.ts';
import { PrivacyError } from '../../errors/errors.ts';
import { roleNames, type DatabaseRole } from './role-names.ts';
import { readSecret, wrongSecret } from '../secrets/secrets.ts';

/**
 * A connection string for each PostgreSQL role. No role may do more than its work needs (clause `passwords`). Reading one
 * whose password is neither in its URL nor among the secrets throws SETTING_INVALID.
 */
export interface DatabaseRoles {
  /** Owns the tables and migrates them; nothing else runs as this role. */
  readonly owner: string;
  /** Serves requests. It owns nothing, and may only insert into the access log and read it. */
  readonly gateway: string;
  /** Numbers the access log. */
  readonly sequencer: string;
  /** Erases entries of the access log, and logs the erasure. */
  readonly eraser: string;
  /** Serves sign-ins: writes accounts, grants and signing keys. It reads no record and no entry of the access log. */
  readonly identity: string;
}

/** The connection strings of the roles. @param server URL of the server and database, whose role and certificate are not used */
export function databaseRoles(config: Config, server: string): DatabaseRoles {
  const known = new Map<DatabaseRole, string>();
  const urlOf = (role: DatabaseRole): string => {
    const url = known.get(role) ?? roleUrl(config, role, server);
    known.set(role, url);
    return url;
  };
  return {
    get owner() {
      return urlOf('owner');
    },
    get gateway() {
      return urlOf('gateway');
    },
    get sequencer() {
      return urlOf('sequencer');
    },
    get eraser() {
      return urlOf('eraser');
    },
    get identity() {
      return urlOf('identity');
    },
  };
}

/**
 * The connection string of a role: its own setting, or the server with the role's name, and with the password from the secrets
 * unless the URL has one or a certificate. A socket of this machine may do without a password: its server may ask the system
 * who connects.
 * @throws PrivacyError SETTING_INVALID if the role's name is another's, or the password is missing
 */
function roleUrl(config: Config, role: DatabaseRole, server: string): string {
  const url = urlWithRole(config, role, server);
  if (url.password !== '' || url.searchParams.has('sslcert')) return url.href;
  const password = readSecret(config.secrets, `database-${role}`);
  if (password === undefined && connectionOptions(url.href).host.startsWith('/')) return url.href;
  if (password === undefined) throw wrongSecret(`database-${role}`, `is missing, and ${urlSettings[role]} holds no password`);
  url.password = encodeURIComponent(password);
  return url.href;
}

/**
 * The URL of a role as it is set, with the role's name. The password may be missing.
 * @throws PrivacyError SETTING_INVALID if the role's name is another's
 */
export function urlWithRole(config: Config, role: DatabaseRole, server: string): URL {
  const own = config.databaseUrls[role];
  const url = new URL(own ?? server);
  const name = roleNames(config.databaseRolePrefix)[role];
  if (own === undefined) {
    url.username = '';
    url.password = '';
    for (const parameter of ['sslcert', 'sslkey']) url.searchParams.delete(parameter);
  } else if (url.username !== '' && decodeURIComponent(url.username) !== name) {
    const problem = `${urlSettings[role]}: its role must be ${name}; leave it out, or set DATABASE_ROLE_PREFIX`;
    throw new PrivacyError('SETTING_INVALID', { problems: [problem] });
  }
  url.username = name;
  return url;
}
