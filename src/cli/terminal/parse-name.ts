import type { Condition, DataCategory, Purpose, Relationship, Role } from '../../engine/register.ts';
import { wordsOf, type Vocabulary } from '../../engine/policy/declaration/vocabulary.ts';
import { PrivacyError } from '../../platform/errors/errors.ts';
import { didYouMean } from '../../engine/review/spelling/did-you-mean.ts';

/**
 * Parses an option whose value must be a known name.
 * @throws {PrivacyError} SETTING_INVALID, with the closest name, or all names if none is close
 */
export function parseName<Name extends string>(option: string, given: string, known: readonly Name[]): Name {
  const found = known.find((name) => name === given);
  if (found !== undefined) return found;
  const hint = didYouMean(given, known, `there are ${known.join(', ')}`);
  throw new PrivacyError('SETTING_INVALID', { problems: [`${option}: unknown name; ${hint}`] });
}

/** @throws {PrivacyError} SETTING_INVALID: no such role */
export function parseRole({ roles }: Vocabulary, option: string, given: string): Role {
  return parseName(option, given, wordsOf(roles).toSorted());
}

/** @throws {PrivacyError} SETTING_INVALID: no such purpose */
export function parsePurpose({ purposes }: Vocabulary, option: string, given: string): Purpose {
  return parseName(option, given, wordsOf(purposes).toSorted());
}

/** @throws {PrivacyError} SETTING_INVALID: no such relationship */
export function parseRelationship({ relationships }: Vocabulary, option: string, given: string): Relationship {
  return parseName(option, given, wordsOf(relationships).toSorted());
}

/** @throws {PrivacyError} SETTING_INVALID: no such data category */
export function parseCategory({ categories }: Vocabulary, option: string, given: string): DataCategory {
  return parseName(option, given, wordsOf(categories).toSorted());
}

/** @throws {PrivacyError} SETTING_INVALID: no such condition */
export function parseCondition({ conditions }: Vocabulary, option: string, given: string): Condition {
  return parseName(option, given, wordsOf(conditions));
}
