/** A mail in plain text. */
export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/**
 * The outcome of a mail. POSTPONED and REFUSED are about this mail, such as about its address, and say nothing of others; FAILED: no
 * mail is taken now.
 */
export type Delivery = 'TAKEN' | 'POSTPONED' | 'REFUSED' | 'FAILED';

/** Sends mails. The outcome of a mail depends on its address, so the sender of a request must not wait for it. */
export interface Mailer {
  /**
   * Asks whether mails are taken now.
   * @throws PrivacyError MAIL_UNAVAILABLE if not; OVERLOADED if too many ask
   */
  check(): Promise<void>;
  /** Begins to send a mail. A failure is reported without the mail and without its address. */
  send(mail: Mail): void;
  /** Sends a mail that can be sent again later. A failure is reported like that of `send`. */
  deliver(mail: Mail): Promise<Delivery>;
  /** Waits for the mails under way. */
  stop(): Promise<void>;
}
