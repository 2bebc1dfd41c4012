import type { Config } from '../../settings/config.ts';
import { urlSettings } from '../../settings/settings.ts';
import { PrivacyError } from '../../errors/errors.ts';
import type { DatabaseRole } from '../roles/role-names.ts';
import { urlWithRole } from '../roles/roles.ts';
import { scramVerifier } from '../connections/scram.ts';
import { makeSecret, readSecret, wrongSecret } from '../secrets/secrets.ts';

/**
 * Makes what PostgreSQL stores for the password of a new role. The password comes from the role's URL or the secrets; a folder
 * of secrets gets it if it is missing.
 * @returns undefined if the role's URL has a certificate: then it needs no password
 * @throws PrivacyError SETTING_INVALID if the password is missing and cannot be made, or is not printable ASCII
 */
export function newRoleVerifier(config: Config, role: DatabaseRole, server: string): string | undefined {
  return verifierOf(config, role, server, (name) => makeSecret(config.secrets, name));
}

/**
 * The same for the new password of a role that exists. It is not made here: processes that use it could not know it.
 * @throws PrivacyError SETTING_INVALID if the password is missing, or is not printable ASCII
 */
export function newPasswordVerifier(config: Config, role: DatabaseRole, server: string): string {
  const verifier = verifierOf(config, role, server, (name) => {
    throw wrongSecret(name, `is missing, and ${urlSettings[role]} holds no password: put the new password there`);
  });
  if (verifier !== undefined) return verifier;
  throw new PrivacyError('SETTING_INVALID', {
    problems: [`${urlSettings[role]}: its role signs in with a certificate, not with a password`],
  });
}

function verifierOf(
  config: Config,
  role: DatabaseRole,
  server: string,
  otherwise: (name: `database-${DatabaseRole}`) => string,
): string | undefined {
  const url = urlWithRole(config, role, server);
  if (url.searchParams.has('sslcert')) return undefined;
  const given = decodeURIComponent(url.password);
  const name = `database-${role}` as const;
  const password = given === '' ? (readSecret(config.secrets, name) ?? otherwise(name)) : given;
  // Other characters would have to be normalized exactly as PostgreSQL does (SASLprep).
  if (!/^[\x20-\x7e]+$/.test(password)) {
    const problem = `${urlSettings[role]} or the secret ${name}: a password must be printable ASCII`;
    throw new PrivacyError('SETTING_INVALID', { problems: [problem] });
  }
  return scramVerifier(password);
}
