import type { Condition } from '../../engine/register.ts';
import { PrivacyError } from '../../platform/errors/errors.ts';
import { DataCategory, Purpose, Relationship, Role } from '../../town/shared/graphql/generated/schema.ts';
import { allConditions } from '../../town/policy/lines/conditions.ts';
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
export function parseRole(option: string, given: string): Role {
  return parseName(option, given, Object.values(Role));
}

/** @throws {PrivacyError} SETTING_INVALID: no such purpose */
export function parsePurpose(option: string, given: string): Purpose {
  return parseName(option, given, Object.values(Purpose));
}

/** @throws {PrivacyError} SETTING_INVALID: no such relationship */
export function parseRelationship(option: string, given: string): Relationship {
  return parseName(option, given, Object.values(Relationship));
}

/** @throws {PrivacyError} SETTING_INVALID: no such data category */
export function parseCategory(option: string, given: string): DataCategory {
  return parseName(option, given, Object.values(DataCategory));
}

/** @throws {PrivacyError} SETTING_INVALID: no such condition */
export function parseCondition(option: string, given: string): Condition {
  return parseName(option, given, allConditions);
}
