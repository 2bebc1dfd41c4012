/** How another mail address of a record is proven, and how often somebody may ask for it. */
export interface ContactRules {
  /** Hours that the mailed link can be used. */
  readonly hours: number;
  /** Links that somebody may ask for in 24 hours, by who gives the address: they go to mailboxes that may be anybody's. */
  readonly asksPerDay: Readonly<Record<'SELF' | 'GUARDIAN' | 'EMPLOYEE', number>>;
  /** Links that one mailbox gets in 24 hours, from all who ask together. It gets no more, and the answer does not tell. */
  readonly mailsPerDay: number;
}

export const contactRules: ContactRules = {
  hours: 48,
  asksPerDay: { SELF: 8, GUARDIAN: 8, EMPLOYEE: 120 },
  mailsPerDay: 4,
};
