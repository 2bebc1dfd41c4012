import { openSmallPool } from '../../../src/platform/postgres/connections/open-small-pool.ts';
import { testNow, type TestDatabase } from '../database/cluster.ts';
import { takeMails } from './claims.ts';
import type { MailServer } from './mail-server.ts';
import { patientDeadlines } from '../gateway/patient-deadlines.ts';
import { until } from '../time/until.ts';

const codes = /\b(?:[0-9A-Z]{4}-){6}[0-9A-Z]{4}\b/;

/**
 * Sends the mails that wait, as the authorization server does, and reads the code of the newest invitation.
 * @param address as it was invited
 * @returns undefined: none was mailed to the address
 */
export async function codeMailedTo(database: TestDatabase, address: string, now: Date = testNow): Promise<string | undefined> {
  const pool = openSmallPool(database.roles.identity, patientDeadlines);
  try {
    const sent = await takeMails(pool, () => now);
    const mail = sent.findLast(({ to, text }) => to === address && text.includes('https://town.example/INVITATION'));
    return mail && codes.exec(mail.text)?.[0];
  } finally {
    await pool.stop();
  }
}

/** The code in the newest invitation that a mail server got for an address; the mail is waited for. */
export async function codeIn({ received }: MailServer, address: string): Promise<string> {
  let code: string | undefined;
  await until(() => {
    const mail = received.findLast(({ to }) => to.includes(address));
    // Mails wrap their lines.
    [code] = codes.exec(mail?.text.replaceAll(/=\r?\n/g, '') ?? '') ?? [];
    return code !== undefined;
  });
  return code!;
}
