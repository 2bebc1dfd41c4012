/** A mail in plain text. */
export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** Sends mails. What becomes of a mail depends on its address, so nobody who gave that address may wait for it. */
export interface Mailer {
  /**
   * Asks whether mails are taken now.
   * @throws PrivacyError MAIL_UNAVAILABLE if not; OVERLOADED if too many ask
   */
  check(): Promise<void>;
  /** Begins to send a mail. A failure is reported without the mail and without its address. */
  send(mail: Mail): void;
  /**
   * Sends a mail that can be sent again later.
   * @returns whether it was taken; a failure is reported like that of `send`
   */
  deliver(mail: Mail): Promise<boolean>;
  /** Waits for the mails under way. */
  stop(): Promise<void>;
}
