/** The mails that wait to be sent. */
export interface Outbox {
  readonly mails: number;
  /** Age of the oldest, in seconds; 0 where none waits. */
  readonly oldestSeconds: number;
}
