import { PrivacyError } from './errors.ts';

/** The error of values that do not have their expected form. @param expected the form, by coordinate */
export function notFormed(expected: Readonly<Record<string, string>>): PrivacyError {
  return new PrivacyError('INPUT_INVALID', { reason: 'FORMAT', coordinates: Object.keys(expected), expected });
}
