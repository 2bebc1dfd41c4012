import type { MailServer } from './mail-server.ts';
import { until } from '../time/until.ts';

/** The link in the newest mail to an address; the mail is waited for. */
export async function linkIn({ received }: MailServer, address: string): Promise<string> {
  let link: string | undefined;
  await until(() => {
    const mail = received.findLast(({ to }) => to.includes(address));
    // Mails wrap their lines.
    [link] = /https?:\/\/\S+\/account\/password\/[\w-]{43}/.exec(mail?.text.replaceAll(/=\r?\n/g, '') ?? '') ?? [];
    return link !== undefined;
  });
  return link!;
}
