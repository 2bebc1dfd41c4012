import { z } from 'zod';
import { PrivacyError } from '../../platform/errors/errors.ts';
import type { GivenValues } from './identity-checks.ts';
import { contactFields, formsOf, registrationFields } from '../people/resident-columns.ts';

/**
 * The form of `ConfirmIdentityInput`, without the id.
 * @param today RFC 3339 full-date: a birth date may not be later
 */
export function identityForm(today: string) {
  const { birthDate } = formsOf(registrationFields, today);
  const { email, phone } = formsOf(contactFields, today);
  return z.object({ birthDate: birthDate.nullish(), email, phone });
}

const fewestValues = 2;

/**
 * Checks that enough values are given. A single value could be guessed by trying one after another; two must both be right at once.
 * @throws PrivacyError INPUT_INVALID with the coordinates that are left out
 */
export function checkGivenValues({ birthDate, email, phone }: GivenValues): void {
  const missing = Object.entries({ birthDate, email, phone }).flatMap(([name, value]) => (value ? [] : [`ConfirmIdentityInput.${name}`]));
  if (3 - missing.length < fewestValues) throw new PrivacyError('INPUT_INVALID', { reason: 'MISSING', coordinates: missing });
}
