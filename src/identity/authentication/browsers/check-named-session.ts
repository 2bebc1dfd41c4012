import { PrivacyError } from '../../../platform/errors/errors.ts';

/**
 * Refuses a page that was opened with another session than the browser has now: another person has signed in since, or the same person
 * acts in another capacity. A tab must not mix its data with data for another person.
 * @param id of the browser's session
 * @param named the header `Privacy-Session`; undefined: the page names none
 * @throws PrivacyError SESSION_CHANGED
 */
export function checkNamedSession(id: string, named: unknown): void {
  if (named !== undefined && named !== id) throw new PrivacyError('SESSION_CHANGED');
}
