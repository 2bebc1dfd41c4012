import type { ClaimRules } from '../../../engine/policy/declaration/account-rules.ts';

/**
 * The rules for claims, as clause `identity` promises. The counter hands out one code. The other one goes to the proven mail address on
 * record, or a second employee confirms it who has seen the person, is of another home, and may approve together with the first
 * (`independenceDays`); for address-protected people, a privacy officer.
 */
export const claimRules: ClaimRules = {
  codeHours: 24,
  contactDays: 30,
  contestDays: 14,
};
