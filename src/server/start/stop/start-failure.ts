import { asPrivacyError, PrivacyError } from '../../../platform/errors/errors.ts';
import { causeOf } from '../../../platform/errors/error-cause.ts';
import { connectionProblem } from '../../../platform/postgres/connections/connection-problem.ts';
import { codeOf } from '../../spine/answer/show-error.ts';

/** The error to print when a start or a command fails. It names the setting that is wrong, or the cause by its code or class. */
export function startFailure(error: unknown): PrivacyError {
  const known = asPrivacyError(error);
  if (known) return known;
  const cause = causeOf(error);
  if (/^(ENOTDIR|EEXIST|EISDIR|EROFS|ENOSPC|EDQUOT|EACCES|EPERM)$/.test(cause)) {
    return new PrivacyError('SETTING_INVALID', { problems: [`DATA_DIR: nothing can be written there (${cause})`] });
  }
  if (cause === 'ERR_MODULE_NOT_FOUND') {
    return new PrivacyError('SETTING_INVALID', { problems: ['NODE_ENV: must be production where development packages are not installed'] });
  }
  const problem = connectionProblem(error);
  if (problem !== undefined) return new PrivacyError('SETTING_INVALID', { problems: [`DATABASE_URL: ${problem}`] });
  return new PrivacyError(codeOf(undefined, error), { problems: [cause] });
}
