import type { DataCategory } from '../../register.ts';

/**
 * The limits of a partner's access beyond the policy and its authority: the registration of its client, and what its token names. They
 * only ever withhold. An undefined set does not limit; an empty one permits nothing.
 */
export interface AccessLimits {
  /** Categories that the registration allows. */
  readonly registered?: ReadonlySet<DataCategory> | undefined;
  /** Categories that the token names. */
  readonly categories?: ReadonlySet<DataCategory> | undefined;
  /** Output fields (schema coordinates) that the token names. */
  readonly coordinates?: ReadonlySet<string> | undefined;
}

/** Which limit withholds. */
export type LimitReason = 'NOT_IN_REGISTRATION' | 'NOT_IN_TOKEN';

/**
 * Finds the limit that withholds a category. That a person is on record is within every limit that permits anything: the token's
 * subjects limit whose records they are. Pure.
 * @param coordinate the output field that holds it; undefined: whichever
 */
export function limitOn(limits: AccessLimits | undefined, category: DataCategory, coordinate?: string): LimitReason | undefined {
  if (limits === undefined) return undefined;
  const { registered, categories, coordinates } = limits;
  if (!covers(registered, category, category)) return 'NOT_IN_REGISTRATION';
  if (!covers(categories, category, category)) return 'NOT_IN_TOKEN';
  return coordinate === undefined || covers(coordinates, coordinate, category) ? undefined : 'NOT_IN_TOKEN';
}

function covers<Named>(limit: ReadonlySet<Named> | undefined, named: Named, category: DataCategory): boolean {
  return limit === undefined || limit.has(named) || (category === 'EXISTENCE' && limit.size > 0);
}
