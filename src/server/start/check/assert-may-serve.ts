import type { Application } from '../../../engine/application.ts';
import type { Config } from '../../../platform/settings/config.ts';
import { PrivacyError } from '../../../platform/errors/errors.ts';

/**
 * Refuses to serve an installation that runs as a development by mistake, before a file is made or an issuer trusted.
 * @throws PrivacyError SETTING_INVALID, naming NODE_ENV
 */
export function assertMayServe({ servingProblems }: Config): void {
  if (servingProblems.length > 0) throw new PrivacyError('SETTING_INVALID', { problems: servingProblems });
}

/**
 * Refuses to serve where no one could authenticate. Development has an issuer of its own.
 * @throws PrivacyError SETTING_INVALID, naming TRUSTED_ISSUERS
 */
export function assertCanAuthenticate({ authenticate }: Pick<Application, 'authenticate'>, config: Config): void {
  const { production, trustedIssuers, identity } = config;
  if (!production || authenticate || trustedIssuers.length > 0 || identity) return;
  throw new PrivacyError('SETTING_INVALID', { problems: ['TRUSTED_ISSUERS: production needs at least one, or IDENTITY_ISSUER'] });
}
