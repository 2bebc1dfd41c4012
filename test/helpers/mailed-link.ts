import { setTimeout as pause } from 'node:timers/promises';
import type { MailServer } from './mail-server.ts';

/** The link in the newest mail to an address; the mail is waited for. */
export async function linkIn({ received }: MailServer, address: string): Promise<string> {
  for (let tries = 0; tries < 500; tries += 1) {
    const mail = received.findLast(({ to }) => to.includes(address));
    // Mails wrap their lines.
    const [link] = /https?:\/\/\S+\/account\/password\/[\w-]{43}/.exec(mail?.text.replaceAll(/=\r?\n/g, '') ?? '') ?? [];
    if (link !== undefined) return link;
    await pause(20);
  }
  throw new Error('No mail with a link came.');
}
