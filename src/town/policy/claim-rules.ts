/** How an account is connected with a record that is there already, or proves that it is its owner's. */
export interface ClaimRules {
  /** Hours that a code from the counter can be used: long enough to go home and register. */
  readonly codeHours: number;
  /** Days that a proven mail address must have been on record before it gets the other code. */
  readonly contactDays: number;
  /** Days that somebody can contest by the link of a mail. */
  readonly contestDays: number;
}

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
