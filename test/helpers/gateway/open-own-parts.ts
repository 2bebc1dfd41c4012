import type { Logger } from 'pino';
import type { Opening } from '../../../src/engine/application.ts';
import type { ApplicationParts } from '../../../src/engine/register.ts';
import type { Pseudonyms } from '../../../src/engine/rows/pseudonyms.ts';
import { openMailer } from '../../../src/platform/mail/open-mailer.ts';
import { openSmallPool } from '../../../src/platform/postgres/connections/open-small-pool.ts';
import { readConfig, type Deadlines } from '../../../src/platform/settings/config.ts';
import { reportMail } from '../../../src/server/observe/metrics/report-mail.ts';
import { town } from '../../../src/town/index.ts';
import { contactRules } from '../../../src/town/policy/rules/contact-rules.ts';
import type { TestDatabase } from '../database/cluster.ts';

interface Needs extends Pick<Opening, 'markings' | 'policy' | 'limits' | 'now'> {
  readonly database: TestDatabase;
  /** Undefined: as in production without a mail server. */
  readonly smtpUrl: string | undefined;
  readonly pseudonyms: Pseudonyms;
  readonly deadlines: Deadlines;
  readonly log: Logger;
}

/**
 * The parts with which a test's gateway opens the town: real mails. How a mail address is proven needs no mailer: its mails wait in the
 * database.
 */
export function openOwnParts({ database, smtpUrl, pseudonyms, deadlines, log, ...needs }: Needs): {
  readonly parts: ApplicationParts;
  stop(): Promise<void>;
} {
  const { mail, dataDirectory, workMailDomains } = readConfig({ ...(smtpUrl && { SMTP_URL: smtpUrl, MAIL_FROM: 'privacy@town.example' }) });
  const mailer = openMailer(smtpUrl === undefined ? 'NOWHERE' : mail, dataDirectory, reportMail(log));
  const pool = openSmallPool(database.roles.gateway, deadlines);
  const disguise = (kind: string, text: string): string => pseudonyms.name(kind, text);
  const opened = town.open({ ...needs, database: pool, mailer, disguise, workMailDomains, hasAccounts: true, origin: undefined });
  return {
    parts: { ...opened.parts, workMailDomains, contactRules },
    stop: async () => {
      await mailer?.stop();
      await pool.stop();
    },
  };
}
