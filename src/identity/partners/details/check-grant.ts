import type { DataCategory, Purpose } from '../../../engine/register.ts';
import type { MandateDetails } from './mandate-details.ts';

/** The maximum grant of a partner under one mandate. */
export interface Grantable {
  /** Whether the mandate is the partner's and in force. */
  readonly inForce: boolean;
  readonly purpose: Purpose;
  /** The categories that the mandate names. */
  readonly categories: ReadonlySet<DataCategory>;
  /** The data subjects that the mandate names, as the partner knows them. */
  readonly subjects: ReadonlySet<string>;
  /** The categories of the partner's registration; undefined: all. */
  readonly registered: ReadonlySet<DataCategory> | undefined;
}

/**
 * Checks requested details against mandate and registration. A request beyond them is refused, not reduced: a partner would
 * not notice a reduction. An unknown mandate and one that is not in force are refused alike. Pure.
 * @param grantable undefined: the partner has no such mandate
 * @param categoryOf the category of an output field; undefined: it is not personal, or does not exist
 * @returns the problem, as `ParsedDetails` has it; undefined if all of it can be granted
 */
export function checkGrant(
  { purpose, categories = [], fields = [], subjects = [] }: MandateDetails,
  grantable: Grantable | undefined,
  categoryOf: (coordinate: string) => DataCategory | undefined,
): string | undefined {
  if (!grantable?.inForce) return 'the mandate is not in force';
  if (purpose !== grantable.purpose) return 'the mandate is for another purpose';
  const { registered } = grantable;
  // That someone is on record is granted with every mandate.
  const isNamed = (category: DataCategory): boolean => category === 'EXISTENCE' || grantable.categories.has(category);
  const isRegistered = (category: DataCategory): boolean =>
    category === 'EXISTENCE' || registered === undefined || registered.has(category);
  const held = fields.map(categoryOf);
  if (held.includes(undefined)) return 'fields names a coordinate that holds nothing personal';
  const wanted = [...categories, ...held.filter((category) => category !== undefined)];
  if (!wanted.every(isNamed)) return 'the mandate does not name all of these categories or fields';
  if (!wanted.every(isRegistered)) return 'the registration does not allow all of these categories or fields';
  if (!subjects.every((subject) => grantable.subjects.has(subject))) return 'the mandate does not name all of these subjects';
  return undefined;
}
