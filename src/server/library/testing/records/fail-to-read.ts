import { PrivacyError } from '../../../../platform/errors/errors.ts';
import { causeOf } from '../../../../platform/errors/error-cause.ts';
import type { Placed } from '../standpoint.ts';

/**
 * Names the part of an application whose SQL fails with stored data, without the message, which could quote it.
 * @param part `rows('Reader')`
 * @throws PrivacyError APPLICATION_INCOMPLETE for an error of PostgreSQL, with its SQLSTATE; any other error as it is
 */
export function failToRead(error: unknown, { name }: Placed, part: string): never {
  const cause = causeOf(error);
  if (!/^(22|42)[0-9A-Z]{3}$/.test(cause)) throw error;
  throw new PrivacyError('APPLICATION_INCOMPLETE', {
    problems: [`${name}, ${part}: its SQL fails with the stored data (SQLSTATE ${cause})`],
  });
}
