import { randomUUID } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { causeOf } from '../errors/error-cause.ts';
import { PrivacyError } from '../errors/errors.ts';
import type { MailConfig, MailServer } from '../settings/config.ts';
import type { Delivery, Mail, Mailer } from './mail.ts';

/** How mails get where they go. */
interface Transport {
  /** @throws the failure of the server */
  check(): Promise<unknown>;
  /** @throws the failure of the server */
  deliver(mail: Mail): Promise<unknown>;
}

/** Checks that may wait at once: each request that waits holds a connection to the database. */
const mostChecks = 4;
/** Mails that may be under way. Further ones are dropped, so that a slow server does not fill the memory. */
const mostUnderWay = 100;

/** Milliseconds of one wait for the server, and of all waits together. */
export interface MailDeadlines {
  readonly wait: number;
  readonly check: number;
  readonly deliver: number;
}
const usual: MailDeadlines = { wait: 3_000, check: 4_000, deliver: 10_000 };

/**
 * Opens the way of the mails: a server, or the folder `outbox` of the data directory. It connects at the first mail.
 * @param report gets the cause of each failure, without a mail or an address
 * @returns undefined if mails go nowhere
 */
export function openMailer(
  mail: MailConfig,
  dataDirectory: string,
  report: (cause: string) => void,
  deadlines: MailDeadlines = usual,
): Mailer | undefined {
  if (mail === 'NOWHERE') return undefined;
  const transport = mail === 'FOLDER' ? folder(join(dataDirectory, 'outbox')) : server(mail, deadlines.wait);
  const underWay = new Set<Promise<void>>();
  let checks = 0;
  const deliver = (mail: Mail): Promise<Delivery> =>
    within(deadlines.deliver, transport.deliver(mail)).then(
      () => 'TAKEN',
      (error: unknown) => {
        report(causeOf(error));
        return deliveryOf(error);
      },
    );
  return {
    deliver,
    async check() {
      if (checks >= mostChecks) throw new PrivacyError('OVERLOADED');
      checks += 1;
      try {
        await within(deadlines.check, transport.check());
      } catch (error) {
        report(causeOf(error));
        throw new PrivacyError('MAIL_UNAVAILABLE');
      } finally {
        checks -= 1;
      }
    },
    send(one) {
      if (underWay.size >= mostUnderWay) return report('QUEUE_FULL');
      const sent: Promise<void> = deliver(one).then(() => void underWay.delete(sent));
      underWay.add(sent);
    },
    stop: async () => void (await Promise.all(underWay)),
  };
}

/** Neither the library's log nor its errors reach ours: both quote addresses. */
function server({ host, port, secure, needsTls, account, from }: MailServer, wait: number): Transport {
  const transport = createTransport({
    host,
    port,
    secure,
    requireTLS: needsTls,
    ...(account && { auth: account }),
    connectionTimeout: wait,
    greetingTimeout: wait,
    socketTimeout: wait,
    dnsTimeout: wait,
    socketCloseTimeout: 0,
    logger: false,
    // A mail is text of ours: it never reads a file or an address for its contents.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return { check: () => transport.verify(), deliver: (mail) => transport.sendMail(letter(mail, from)) };
}

/** A server that answers to the address or the text of a mail takes others; one that refuses the sender does not (RFC 5321, section 4.2). */
function deliveryOf(error: unknown): Delivery {
  const { code, command, responseCode = 0 } = error as { code?: string; command?: string; responseCode?: number };
  const isOfMail = (code === 'EENVELOPE' || code === 'EMESSAGE') && command !== 'MAIL FROM' && responseCode !== 421;
  if (!isOfMail) return 'FAILED';
  return responseCode >= 400 && responseCode < 500 ? 'POSTPONED' : 'REFUSED';
}

/** In development, with a sender that cannot exist (RFC 2606). */
function folder(path: string): Transport {
  const transport = createTransport({ streamTransport: true, buffer: true });
  return {
    check: async () => undefined,
    async deliver(mail) {
      const { message } = await transport.sendMail(letter(mail, 'privacy@need-to-know.example'));
      await mkdir(path, { recursive: true, mode: 0o700 });
      const name = `${new Date().toISOString().replaceAll(':', '-')}-${randomUUID()}.eml`;
      await writeFile(join(path, name), message as Buffer, { mode: 0o600, flag: 'wx' });
    },
  };
}

/** Programs must not answer these mails (RFC 3834). The address is an object, so that no text in it is read as several addresses. */
function letter({ to, subject, text }: Mail, from: string) {
  return { from, to: { name: '', address: to }, subject, text, headers: { 'Auto-Submitted': 'auto-generated' } };
}

/** @throws the failure of the work; TimeoutError after so many milliseconds */
async function within(longest: number, work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new DOMException('', 'TimeoutError')), longest).unref();
  });
  await Promise.race([work, late]).finally(() => clearTimeout(timer));
}
