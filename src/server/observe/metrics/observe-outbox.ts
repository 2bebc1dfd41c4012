import type { Logger } from 'pino';
import { causeOf } from '../../../platform/errors/error-cause.ts';
import type { Metrics } from './metrics.ts';
import type { Outbox } from '../../../platform/mail/outbox.ts';

/** The mails of an outbox: about accounts, or to senders without an account. */
export type MailsOf = 'accounts' | 'requests';

/** Watches whether mails go out. */
export interface OutboxWatch {
  /** Whether the oldest mail waits for too long: the mail server takes none. Requests are served all the same. */
  isLate(): boolean;
  stop(): void;
}

/** Milliseconds between two readings. */
const pause = 10_000;
/** Seconds after which a mail is late: several tries have failed by then. */
const lateMailSeconds = 600;

/**
 * Reads every ten seconds how long mails wait, shows it in the metrics, and logs when it becomes too long and when it no longer is.
 * @param read must have a deadline
 */
export function observeOutbox(mailsOf: MailsOf, read: () => Promise<Outbox>, log: Logger, metrics: Metrics, every = pause): OutboxWatch {
  let current: Outbox | undefined;
  let wasLate = false;
  const isLate = (): boolean => current !== undefined && current.oldestSeconds > lateMailSeconds;
  const look = async (): Promise<void> => {
    try {
      current = await read();
    } catch (error) {
      current = undefined;
      log.warn({ cause: causeOf(error) }, `the mails of ${mailsOf} cannot be counted`);
      return;
    }
    if (isLate() && !wasLate)
      log.error({ mails: current.mails, seconds: Math.round(current.oldestSeconds) }, `mails of ${mailsOf} are late`);
    if (!isLate() && wasLate) log.info(`mails of ${mailsOf} go out again`);
    wasLate = isLate();
  };
  const timer = setInterval(() => void look(), every).unref();
  void look();
  metrics.showOutbox(mailsOf, () => current);
  return { isLate, stop: () => clearInterval(timer) };
}
