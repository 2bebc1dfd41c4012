import type { Logger } from 'pino';
import { errorCatalogue } from '../../../platform/errors/errors.ts';

/** Reports failures to send mails to the gateway's log, with their cause and without the mail. */
export function reportMail(log: Logger): (cause: string) => void {
  return (cause) => log.error({ code: 'MAIL_FAILED', cause }, errorCatalogue.MAIL_FAILED[1]);
}
