import { PrivacyError } from '../../errors.ts';
import { DataCategory, Purpose, Relationship, Role } from '../../generated/schema.ts';
import { allConditions, type Condition } from '../../policy/conditions.ts';
import { didYouMean } from '../../policy-review/did-you-mean.ts';

/**
 * The known name that an option gives.
 * @throws PrivacyError SETTING_INVALID, with the nearest names, or all of them where none is near
 */
export function named<Name extends string>(option: string, given: string, known: readonly Name[]): Name {
  const found = known.find((name) => name === given);
  if (found !== undefined) return found;
  const hint = didYouMean(given, known, `there are ${known.join(', ')}`);
  throw new PrivacyError('SETTING_INVALID', { problems: [`${option}: there is none of that name; ${hint}`] });
}

/** A role by its name. @throws PrivacyError SETTING_INVALID */
export function roleNamed(option: string, given: string): Role {
  return named(option, given, Object.values(Role));
}

/** A purpose by its name. @throws PrivacyError SETTING_INVALID */
export function purposeNamed(option: string, given: string): Purpose {
  return named(option, given, Object.values(Purpose));
}

/** A relationship by its name. @throws PrivacyError SETTING_INVALID */
export function relationshipNamed(option: string, given: string): Relationship {
  return named(option, given, Object.values(Relationship));
}

/** A data category by its name. @throws PrivacyError SETTING_INVALID */
export function categoryNamed(option: string, given: string): DataCategory {
  return named(option, given, Object.values(DataCategory));
}

/** A condition by its name. @throws PrivacyError SETTING_INVALID */
export function conditionNamed(option: string, given: string): Condition {
  return named(option, given, allConditions);
}
