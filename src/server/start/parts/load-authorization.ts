import { PrivacyError } from '../../../platform/errors/errors.ts';

type AuthorizationModule = typeof import('./open-authorization.ts');

/**
 * Loads the authorization server, whose packages only an application with accounts installs.
 * @throws PrivacyError SETTING_INVALID, naming the package that is missing
 */
export async function loadAuthorization(): Promise<AuthorizationModule> {
  try {
    return await import('./open-authorization.ts');
  } catch (error) {
    const { code, message = '' } = error as { readonly code?: unknown; readonly message?: string };
    const [, missing] = /Cannot find package '([^']+)'/.exec(message) ?? [];
    if (code !== 'ERR_MODULE_NOT_FOUND' || missing === undefined) throw error;
    throw new PrivacyError('SETTING_INVALID', { problems: [`IDENTITY: sign-ins need the package ${missing}, which is not installed`] });
  }
}
