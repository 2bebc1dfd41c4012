import type { Logger } from 'pino';
import { readConfig } from '../../src/platform/settings/config.ts';
import { openSmallPool } from '../../src/platform/postgres/open-small-pool.ts';
import type { Deadlines } from '../../src/platform/settings/deadlines.ts';
import { reportMail } from '../../src/server/observe/report-mail.ts';
import { openMailer } from '../../src/platform/mail/open-mailer.ts';
import { contactRules, type ContactRules } from '../../src/town/policy/contact-rules.ts';
import type { Pseudonyms } from '../../src/engine/rows/pseudonyms.ts';
import { createAnonymousSenders, type SenderLimits, type AnonymousSenders } from '../../src/town/requests/senders/anonymous-senders.ts';
import type { TestDatabase } from './cluster.ts';

interface Needs {
  readonly database: TestDatabase;
  /** Undefined: as in production without a mail server. */
  readonly smtpUrl: string | undefined;
  readonly limits: SenderLimits;
  readonly pseudonyms: Pseudonyms;
  readonly deadlines: Deadlines;
  readonly log: Logger;
}

/** The anonymous senders of a test's gateway, who get real mails, and how a mail address is proven: its mails wait in the database. */
export function openAnonymousSenders({ database, smtpUrl, limits, pseudonyms, deadlines, log }: Needs): {
  readonly anonymousSenders: AnonymousSenders;
  readonly contactRules: ContactRules;
  stop(): Promise<void>;
} {
  const { mail, dataDirectory } = readConfig({ ...(smtpUrl && { SMTP_URL: smtpUrl, MAIL_FROM: 'privacy@town.example' }) });
  const mailer = openMailer(smtpUrl === undefined ? 'NOWHERE' : mail, dataDirectory, reportMail(log));
  const pool = openSmallPool(database.roles.gateway, deadlines);
  const disguise = (kind: string, text: string): string => pseudonyms.name(kind, text);
  return {
    anonymousSenders: createAnonymousSenders({ database: pool, mailer, limits, disguise }),
    contactRules,
    stop: async () => {
      await mailer?.stop();
      await pool.stop();
    },
  };
}
