import { z } from 'zod';
import { addressFields, contactFields, formsOf, registrationFields } from './resident-columns.ts';

// These forms do not depend on the day.
const contact = { ...formsOf(contactFields, ''), address: z.object(formsOf(addressFields, '')).nullish() };

/** The form of `UpdateContactInput`, without the id. */
export const contactForm = z.object(contact);

/**
 * The form of `RegisterResidentInput`.
 * @param today RFC 3339 full-date: a birth date may not be later
 */
export function registrationForm(today: string) {
  return z.object({ ...formsOf(registrationFields, today), ...contact });
}
