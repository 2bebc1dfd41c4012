import { PrivacyError } from '../../../errors.ts';

/** What could not be read, so that nothing can be said of the log. @param problem names no path's content and no value */
export function unreadable(problem: string): PrivacyError {
  return new PrivacyError('LOG_UNREADABLE', { problems: [problem] });
}
