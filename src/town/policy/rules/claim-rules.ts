import type { ClaimRules } from '../../../engine/policy/declaration/account-rules.ts';

/**
 * The rules for claims, as clause `identity` promises. The counter hands out one code. The second code goes to the proven mail address on
 * record, or to a second employee who has seen the person, is of another home, and may approve together with the first
 * (`independenceDays`). For address-protected people, the second employee is a privacy officer.
 */
export const claimRules: ClaimRules = {
  codeHours: 24,
  contactDays: 30,
  contestDays: 14,
};
