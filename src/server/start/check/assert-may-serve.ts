import type { Config } from '../../../platform/settings/config.ts';
import { PrivacyError } from '../../../platform/errors/errors.ts';

/**
 * Refuses to serve an installation that runs as a development by mistake, before a file is made or an issuer trusted.
 * @throws PrivacyError SETTING_INVALID, naming NODE_ENV
 */
export function assertMayServe({ servingProblems }: Config): void {
  if (servingProblems.length > 0) throw new PrivacyError('SETTING_INVALID', { problems: servingProblems });
}
