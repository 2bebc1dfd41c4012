import type { DataCategory } from '../../../engine/register.ts';
import type { MandateDetails } from '../../partners/details/mandate-details.ts';
import type { PrincipalLimits } from '../../../engine/purpose/principal.ts';

/**
 * The limits that authorization details set. Pure.
 * @param recognise the data subject whom the partner knows by this id. Any other id means no one.
 * @param registered the categories that the registration allows; undefined: all
 * @returns undefined if they set none
 */
export function limitsOf(
  { categories, fields, subjects }: Pick<MandateDetails, 'categories' | 'fields' | 'subjects'>,
  recognise: (subject: string) => string | undefined,
  registered?: ReadonlySet<DataCategory>,
): PrincipalLimits | undefined {
  if (!categories && !fields && !subjects && !registered) return undefined;
  return {
    registered,
    categories: categories && new Set(categories),
    coordinates: fields && new Set(fields),
    subjects: subjects && new Set(subjects.map(recognise).filter((id) => id !== undefined)),
  };
}
