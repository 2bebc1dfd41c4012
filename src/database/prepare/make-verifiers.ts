import type { Config } from '../../config.ts';
import { urlSettings } from '../../database-settings.ts';
import { PrivacyError } from '../../errors.ts';
import type { DatabaseRole } from '../role-names.ts';
import { urlWithRole } from '../roles.ts';
import { scramVerifier } from '../scram.ts';
import { makeSecret, readSecret } from '../secrets.ts';
import { databaseRoleList, type Verifiers } from './role-statements.ts';

/**
 * Makes what PostgreSQL stores for the password of each role. A password comes from the role's URL or the secrets; a folder
 * of secrets gets it if it is missing. A role whose URL has a certificate gets none.
 * @throws PrivacyError SETTING_INVALID if a password is missing and cannot be made, or is not printable ASCII
 */
export function makeVerifiers(config: Config, server: string): Verifiers {
  const made = databaseRoleList.map((role): [DatabaseRole, string | undefined] => [role, verifierOf(config, role, server)]);
  return Object.fromEntries(made) as Record<DatabaseRole, string | undefined>;
}

function verifierOf(config: Config, role: DatabaseRole, server: string): string | undefined {
  const url = urlWithRole(config, role, server);
  if (url.searchParams.has('sslcert')) return undefined;
  const given = decodeURIComponent(url.password);
  const name = `database-${role}` as const;
  const password = given === '' ? (readSecret(config.secrets, name) ?? makeSecret(config.secrets, name)) : given;
  // Other characters would have to be normalized exactly as PostgreSQL does (SASLprep).
  if (!/^[\x20-\x7e]+$/.test(password)) {
    const problem = `${urlSettings[role]} or the secret ${name}: a password must be printable ASCII`;
    throw new PrivacyError('SETTING_INVALID', { problems: [problem] });
  }
  return scramVerifier(password);
}
