import { asPrivacyError, PrivacyError } from '../errors.ts';
import { causeOf } from '../error-cause.ts';
import { codeOf } from './show-error.ts';

/** What to tell whoever started the gateway: a code's sentence and the setting that is to blame, or the cause by name. */
export function startFailure(error: unknown): PrivacyError {
  const known = asPrivacyError(error);
  if (known) return known;
  const cause = causeOf(error);
  if (cause === 'EADDRINUSE') return new PrivacyError('SETTING_INVALID', { problems: ['PORT: something else listens there'] });
  if (cause === 'EACCES') return new PrivacyError('SETTING_INVALID', { problems: ['PORT or DATA_DIR: this account may not use it'] });
  // SQLSTATE 28: a wrong name or password; 3D: no such database.
  if (/^(28|3D)/.test(cause)) return new PrivacyError('SETTING_INVALID', { problems: ['DATABASE_URL: the server refuses it'] });
  return new PrivacyError(codeOf(undefined, error), { problems: [cause] });
}
