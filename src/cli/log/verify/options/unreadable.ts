import { PrivacyError } from '../../../../platform/errors/errors.ts';

/** The log could not be read, so nothing is known about it. @param problem without file contents and personal values */
export function unreadable(problem: string): PrivacyError {
  return new PrivacyError('LOG_UNREADABLE', { problems: [problem] });
}
