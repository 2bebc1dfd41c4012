/** How another mail address of a record is proven, and how often somebody may ask for it. */
export interface ContactRules {
  /** Hours that the mailed link can be used. */
  readonly hours: number;
  /** Links that somebody may ask for in 24 hours, by who gives the address: they go to mailboxes that may be anybody's. */
  readonly asksPerDay: Readonly<Record<'SELF' | 'GUARDIAN' | 'EMPLOYEE', number>>;
  /**
   * Links that one mailbox gets in 24 hours, from all who ask together, and notices of each kind about one record. More are put off, and the
   * answer does not tell. An address of the asker's own account does not wait for links of others.
   */
  readonly mailsPerDay: number;
  /** How many of these links one asker gets: one is left for somebody else. */
  readonly mailsPerAsker: number;
}

export const contactRules: ContactRules = {
  hours: 48,
  asksPerDay: { SELF: 8, GUARDIAN: 8, EMPLOYEE: 120 },
  mailsPerDay: 4,
  mailsPerAsker: 3,
};
