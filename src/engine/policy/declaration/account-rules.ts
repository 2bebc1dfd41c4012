/** The rules by which accounts are made and kept, as the privacy statement promises them. */
export interface AccountRules {
  readonly claims: ClaimRules;
  readonly contacts: ContactRules;
  /**
   * Days of 24 hours for which two employees approve nothing together after one of them brought the other in, or the same administrator
   * brought in both.
   */
  readonly independenceDays: number;
}

/** How an account is connected with a record that is there already, or proves that it is its owner's. */
export interface ClaimRules {
  /** Hours that a code from the counter can be used: long enough to go home and register. */
  readonly codeHours: number;
  /** Days that a proven mail address must have been on record before it gets the other code. */
  readonly contactDays: number;
  /** Days that someone can contest by the link of a mail. */
  readonly contestDays: number;
}

/** How another mail address of a record is proven, and how often someone may ask for it. */
export interface ContactRules {
  /** Hours that the mailed link can be used. */
  readonly hours: number;
  /** Links that someone may ask for in 24 hours, by who gives the address: they go to mailboxes that may be anyone's. */
  readonly asksPerDay: Readonly<Record<'SELF' | 'GUARDIAN' | 'EMPLOYEE', number>>;
  /**
   * Links that one mailbox gets in 24 hours, from all who ask together, and notices of each kind about one record. More are put off, and the
   * answer does not tell. An address of the requester's own account does not wait for links of others.
   */
  readonly mailsPerDay: number;
  /** The maximum of these links for one requester: one is left for another person. */
  readonly mailsPerAsker: number;
}
