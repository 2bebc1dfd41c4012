import type { Purpose, Role } from '../register.ts';
import { PrivacyError } from '../../platform/errors/errors.ts';
import { purposesOf } from '../policy/decision/enter.ts';
import type { Policy } from '../policy/declaration/policy.ts';

/** The places where a purpose can be named; undefined: not named there. */
export interface NamedPurposes {
  /** The Privacy-Purpose header. */
  readonly header: string | undefined;
  /** The operation's own `@purpose(is:)`. */
  readonly directive: string | undefined;
  /** The authority that a token names. */
  readonly authority: Purpose | undefined;
}

/** The part of a principal that decides which purposes it can declare. */
export interface Declarer {
  readonly role: Role;
  readonly tokenPurposes: readonly Purpose[];
}

/**
 * Returns the one purpose that all places name. Some roles have a usual one. Pure.
 * @returns undefined if no place names one
 * @throws PrivacyError PURPOSE_UNKNOWN, PURPOSE_CONFLICT, PURPOSE_NOT_ALLOWED
 */
export function agreeOnPurpose(policy: Policy, principal: Declarer, named: NamedPurposes): Purpose | undefined {
  const { roles, purposes } = policy.vocabulary;
  const given = [named.header, named.directive, named.authority].filter((one) => one !== undefined);
  if (!given.every((one): one is Purpose => Object.hasOwn(purposes, one))) throw new PrivacyError('PURPOSE_UNKNOWN');
  const purpose = given[0] ?? roles[principal.role].usualPurpose;
  if (purpose === undefined) return undefined;
  const allowed = purposesOf(policy, principal.role).filter((one) => principal.tokenPurposes.includes(one));
  if (![purpose, ...given].every((one) => allowed.includes(one))) throw new PrivacyError('PURPOSE_NOT_ALLOWED');
  if (given.some((one) => one !== purpose)) throw new PrivacyError('PURPOSE_CONFLICT');
  return purpose;
}
